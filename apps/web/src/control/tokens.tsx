import { Alert, Button, Code, CopyButton, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Answer, api, onceOnly } from '../api/client.js';
import { useSession } from '../api/session.js';
import { DataTable } from '../shared/data-table.js';
import { useFormats } from '../shared/formats.js';
import { Icon } from '../shared/icon.js';
import { Panel } from '../shared/panel.js';
import { Refusal } from '../shared/states.js';
import { useWrite } from '../shared/use-write.js';

type Token = Answer<'/api/reps/{id}'>['tokens'][number];

/** The keys with which a person signs in: made here, shown once, revoked here. */
export const Tokens = ({ repId, tokens }: Readonly<{ repId: string; tokens: readonly Token[] }>) => {
  const { t } = useTranslation('control');
  const { instant } = useFormats();
  const isAdmin = useSession().data?.role === 'admin';
  const [shown, setShown] = useState<string | null>(null);
  const issue = useWrite({
    changes: 'rep',
    done: () => t('tokens.made'),
    onDone: ({ token }) => setShown(token ?? null),
    send: () => api.POST('/api/reps/{id}/tokens', { params: { path: { id: repId }, header: onceOnly() }, body: {} }),
  });
  const revoke = useWrite<string>({
    changes: 'rep',
    done: () => t('tokens.revokedNow'),
    send: (tokenId) =>
      api.DELETE('/api/reps/{id}/tokens/{tokenId}', { params: { path: { id: repId, tokenId }, header: onceOnly() } }),
  });
  return (
    <Panel
      title={t('tokens.title')}
      tools={
        isAdmin && (
          <Button onClick={() => issue.mutate()} loading={issue.isPending}>
            {t('tokens.make')}
          </Button>
        )
      }
    >
      <Text c="dimmed" size="sm">
        {t('tokens.hint')}
      </Text>
      {shown !== null && (
        <Alert color="teal" icon={<Icon name="lock" />} title={t('tokens.once')}>
          <Group gap="sm">
            <Code>{shown}</Code>
            <CopyButton value={shown}>
              {({ copied, copy }) => (
                <Button size="compact-sm" variant="default" onClick={copy}>
                  {t(copied ? 'tokens.copied' : 'tokens.copy')}
                </Button>
              )}
            </CopyButton>
          </Group>
        </Alert>
      )}
      <Refusal error={issue.error ?? revoke.error} />
      {tokens.length === 0 && <Text>{t('tokens.none')}</Text>}
      {tokens.length > 0 && (
        <DataTable<Token>
          label={t('tokens.title')}
          rows={tokens}
          keyOf={({ id }) => id}
          columns={[
            { head: t('tokens.id'), cell: ({ id }) => <Code>{id}</Code> },
            {
              head: t('tokens.expires'),
              cell: ({ expiresAt }) => (expiresAt ? instant(expiresAt) : t('tokens.never')),
            },
            {
              head: t('tokens.state'),
              cell: ({ id, revoked }) =>
                revoked ? (
                  t('tokens.revoked')
                ) : (
                  <Group gap="sm">
                    {t('tokens.valid')}
                    {isAdmin && (
                      <Button size="compact-xs" variant="default" onClick={() => revoke.mutate(id)}>
                        {t('tokens.revoke')}
                      </Button>
                    )}
                  </Group>
                ),
            },
          ]}
        />
      )}
    </Panel>
  );
};
