import { Button, Group, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, onceOnly } from '../api/client.js';
import { type Team, useTeamChoices } from '../api/people.js';
import { FormDialog } from '../shared/form-dialog.js';
import { useWrite } from '../shared/use-write.js';
import { TextField, WriteForm } from '../shared/write-form.js';

type ChangeProps = Readonly<{ team: Team; onDone: () => void }>;

/** What becomes of a team: another name, another place. Of managers the server takes what is about their own teams. */
export const TeamChanges = ({ team }: Readonly<{ team: Team }>) => {
  const { t } = useTranslation('control');
  const [changing, setChanging] = useState<'rename' | 'move' | null>(null);
  const close = () => setChanging(null);
  const { name } = team;
  return (
    <Group gap="xs" wrap="nowrap">
      {(['rename', 'move'] as const).map((change) => (
        <Button
          key={change}
          size="compact-sm"
          variant="default"
          aria-label={t(`teams.${change}Title`, { name })}
          onClick={() => setChanging(change)}
        >
          {t(`teams.${change}`)}
        </Button>
      ))}
      {changing !== null && (
        <FormDialog title={t(`teams.${changing}Title`, { name })} onClose={close}>
          {changing === 'rename' ? <RenameForm team={team} onDone={close} /> : <MoveForm team={team} onDone={close} />}
        </FormDialog>
      )}
    </Group>
  );
};

const RenameForm = ({ team: { id, name: before }, onDone }: ChangeProps) => {
  const { t } = useTranslation('control');
  const [name, setName] = useState(before);
  const write = useWrite({
    changes: 'team',
    done: () => t('teams.renamed', { before, name }),
    onDone,
    send: () => api.POST('/api/teams/{id}/rename', { params: { path: { id }, header: onceOnly() }, body: { name } }),
  });
  return (
    <WriteForm write={write} submit={t('teams.rename')} ready={name.trim() !== ''}>
      <TextField label={t('teams.name')} value={name} onChange={setName} required data-autofocus />
    </WriteForm>
  );
};

const MoveForm = ({ team: { id, name, parentId }, onDone }: ChangeProps) => {
  const { t } = useTranslation('control');
  const choices = useTeamChoices();
  const [parent, setParent] = useState(parentId);
  const write = useWrite({
    changes: 'team',
    done: () => t('teams.moved', { name }),
    onDone,
    send: () =>
      api.POST('/api/teams/{id}/move', {
        params: { path: { id }, header: onceOnly() },
        body: { parentId: parent },
      }),
  });
  return (
    <WriteForm write={write} submit={t('teams.move')} ready={parent !== parentId}>
      <Select
        label={t('teams.above')}
        description={t('teams.moveHint')}
        placeholder={t('teams.top')}
        data={choices.filter(({ value }) => value !== id)}
        value={parent}
        onChange={setParent}
        clearable
        searchable
        data-autofocus
      />
    </WriteForm>
  );
};
