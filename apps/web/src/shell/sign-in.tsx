import { Button, Center, Group, Paper, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../api/client.js';
import { useSignIn } from '../api/session.js';
import { Refusal } from '../shared/states.js';
import { AccountMenu } from './account-menu.js';

export const SignIn = () => {
  const { t } = useTranslation('shell');
  const [token, setToken] = useState('');
  const { mutate, error, isPending } = useSignIn();
  const refused = error instanceof ProblemError && (error.status === 401 || error.status === 400);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    mutate(token.trim());
  };
  return (
    <Center component="main" mih="100vh" p="md">
      <Paper className="sheet" p="xl" w="100%" maw={440}>
        <form onSubmit={submit}>
          <Stack>
            <Group justify="space-between">
              <img src="/annals.svg" alt="" width={44} height={44} />
              <AccountMenu />
            </Group>
            <Title order={1} size="h2">
              {t('signIn.title')}
            </Title>
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
      </Paper>
    </Center>
  );
};
