import { Button, Group, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, onceOnly } from '../api/client.js';
import type { Rep } from '../api/control.js';
import { useTeamChoices, useTeamName } from '../api/people.js';
import { useHasRole } from '../api/session.js';
import { FormDialog } from '../shared/form-dialog.js';
import { useWrite } from '../shared/use-write.js';
import { TextField, WriteForm } from '../shared/write-form.js';
import { RoleSelect } from './role-select.js';

type ChangeProps = Readonly<{ rep: Rep; onDone: () => void }>;

/** What becomes of somebody who is here: another team, another name, another role. */
export const RepChanges = ({ rep }: Readonly<{ rep: Rep }>) => {
  const { t } = useTranslation('control');
  const isAdmin = useHasRole();
  const [changing, setChanging] = useState<'move' | 'profile' | null>(null);
  const close = () => setChanging(null);
  return (
    <Group gap="sm">
      <Button variant="default" onClick={() => setChanging('move')}>
        {t('reps.move')}
      </Button>
      {isAdmin && (
        <Button variant="default" onClick={() => setChanging('profile')}>
          {t('reps.change')}
        </Button>
      )}
      {changing === 'move' && (
        <FormDialog title={t('reps.moveTitle', { name: rep.name })} onClose={close}>
          <RepMoveForm rep={rep} onDone={close} />
        </FormDialog>
      )}
      {changing === 'profile' && (
        <FormDialog title={t('reps.changeTitle', { name: rep.name })} onClose={close}>
          <RepProfileForm rep={rep} onDone={close} />
        </FormDialog>
      )}
    </Group>
  );
};

const RepMoveForm = ({ rep: { id, name, teamId }, onDone }: ChangeProps) => {
  const { t } = useTranslation('control');
  const choices = useTeamChoices();
  const teamName = useTeamName();
  const [team, setTeam] = useState<string | null>(null);
  const to = team ?? '';
  const write = useWrite({
    changes: 'rep',
    done: () => t('reps.moved', { name, team: teamName(to) }),
    onDone,
    send: () => api.POST('/api/reps/{id}/move', { params: { path: { id }, header: onceOnly() }, body: { teamId: to } }),
  });
  return (
    <WriteForm write={write} submit={t('reps.move')} ready={team !== null}>
      <Select
        label={t('reps.toTeam')}
        description={t('reps.moveHint')}
        data={choices.filter(({ value }) => value !== teamId)}
        value={team}
        onChange={setTeam}
        required
        searchable
        data-autofocus
      />
    </WriteForm>
  );
};

const RepProfileForm = ({ rep, onDone }: ChangeProps) => {
  const { t } = useTranslation('control');
  const [name, setName] = useState(rep.name);
  const [email, setEmail] = useState(rep.email);
  const [role, setRole] = useState(rep.role);
  const [region, setRegion] = useState(rep.region ?? '');
  // Who was imported may have no address, and keeps none.
  const isWhole = name.trim() !== '' && (email !== '' || rep.email === '');
  const write = useWrite({
    changes: 'rep',
    done: () => t('reps.changed', { name }),
    onDone,
    send: () =>
      api.POST('/api/reps/{id}/profile', {
        params: { path: { id: rep.id }, header: onceOnly() },
        body: { name, role, region: region.trim() === '' ? null : region, ...(email !== '' && { email }) },
      }),
  });
  return (
    <WriteForm write={write} submit={t('reps.change')} ready={isWhole}>
      <TextField label={t('reps.name')} value={name} onChange={setName} required data-autofocus />
      <TextField label={t('reps.email')} type="email" value={email} onChange={setEmail} />
      <RoleSelect role={role} onChange={setRole} description={t('reps.roleHint')} />
      <TextField label={t('reps.region')} value={region} onChange={setRegion} />
    </WriteForm>
  );
};
