import { Button, Center, Group, Modal, Paper, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../api/client.js';
import { useSignIn } from '../api/session.js';
import { Refusal } from '../shared/states.js';
import { AccountMenu } from './account-menu.js';

/** The page of whoever has not signed in yet. */
export const SignIn = () => {
  const { t } = useTranslation('shell');
  return (
    <Center component="main" mih="100vh" p="md">
      <Paper className="sheet" p="xl" w="100%" maw={440}>
        <Stack>
          <Group justify="space-between">
            <img src="/annals.svg" alt="" width={44} height={44} />
            <AccountMenu />
          </Group>
          <Title order={1} size="h2">
            {t('signIn.title')}
          </Title>
          <TokenForm />
        </Stack>
      </Paper>
    </Center>
  );
};

const OVER_DIALOGS = 400;

/** Over the page of whoever's session has ended: what they typed stays where it is. */
export const SignInAgain = () => {
  const { t } = useTranslation('shell');
  return (
    <Modal
      opened
      onClose={() => {}}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t('signIn.again')}
      zIndex={OVER_DIALOGS}
    >
      <Stack>
        <Text>{t('signIn.kept')}</Text>
        <TokenForm />
      </Stack>
    </Modal>
  );
};

const TokenForm = () => {
  const { t } = useTranslation('shell');
  const [token, setToken] = useState('');
  const { mutate, error, isPending } = useSignIn();
  const refused = error instanceof ProblemError && (error.status === 401 || error.status === 400);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    mutate(token.trim());
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <PasswordInput
          label={t('signIn.token')}
          value={token}
          onChange={({ currentTarget }) => setToken(currentTarget.value)}
          error={refused && t('signIn.refused')}
          autoComplete="current-password"
          data-autofocus
          required
        />
        {!refused && <Refusal error={error} />}
        <Button type="submit" loading={isPending}>
          {t('signIn.submit')}
        </Button>
        <Text size="sm" c="dimmed">
          {t('signIn.hint')}
        </Text>
      </Stack>
    </form>
  );
};
