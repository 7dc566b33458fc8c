import { Button, Group, Select, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, onceOnly } from '../api/client.js';
import type { Rep } from '../api/control.js';
import { reps, type Team, teams, useTeamChoices, useTeamName } from '../api/people.js';
import { useHasRole } from '../api/session.js';
import { DataTable } from '../shared/data-table.js';
import { FormDialog } from '../shared/form-dialog.js';
import { useFormats } from '../shared/formats.js';
import { Panel } from '../shared/panel.js';
import { Failed, Loading } from '../shared/states.js';
import { useWrite } from '../shared/use-write.js';
import { TextField, WriteForm } from '../shared/write-form.js';
import { RoleSelect } from './role-select.js';
import { TeamChanges } from './team-changes.js';

/** Who works here and in which teams. */
export const PeoplePage = () => (
  <>
    <Reps />
    <Teams />
  </>
);

const Reps = () => {
  const { t } = useTranslation(['control', 'shell']);
  const { day } = useFormats();
  const teamName = useTeamName();
  const isAdmin = useHasRole();
  const [adding, setAdding] = useState(false);
  const { data, error, isPending, refetch } = useQuery(reps);
  return (
    <Panel title={t('reps.title')} tools={isAdmin && <Button onClick={() => setAdding(true)}>{t('reps.add')}</Button>}>
      {isPending && <Loading />}
      {error && <Failed error={error} retry={() => void refetch()} />}
      {data?.length === 0 && <Text c="dimmed">{t('reps.none')}</Text>}
      {data !== undefined && data.length > 0 && (
        <DataTable<Rep>
          label={t('reps.title')}
          rows={data}
          keyOf={({ id }) => id}
          minWidth={760}
          columns={[
            {
              head: t('reps.name'),
              cell: ({ id, name }) => (
                <Link to="/control/people/$repId" params={{ repId: id }} className="quiet-link">
                  {name}
                </Link>
              ),
            },
            { head: t('reps.email'), cell: ({ email }) => email },
            { head: t('reps.team'), cell: ({ teamId }) => teamName(teamId) },
            { head: t('reps.role'), cell: ({ role }) => t(`shell:role.${role}`) },
            { head: t('reps.hired'), cell: ({ hiredOn }) => hiredOn && day(hiredOn) },
            {
              head: t('reps.presence'),
              cell: ({ presence, departedOn }) =>
                departedOn === null ? t(`presence.${presence}`) : `${t(`presence.${presence}`)} · ${day(departedOn)}`,
            },
          ]}
        />
      )}
      {adding && (
        <FormDialog onClose={() => setAdding(false)} title={t('reps.add')}>
          <RepForm onDone={() => setAdding(false)} />
        </FormDialog>
      )}
    </Panel>
  );
};

const RepForm = ({ onDone }: Readonly<{ onDone: () => void }>) => {
  const { t } = useTranslation('control');
  const choices = useTeamChoices();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [team, setTeam] = useState<string | null>(null);
  const [role, setRole] = useState<Rep['role']>('rep');
  const [hiredOn, setHiredOn] = useState('');
  const teamId = team ?? '';
  const write = useWrite({
    changes: 'rep',
    done: () => t('reps.added', { name }),
    onDone,
    send: () =>
      api.POST('/api/reps', {
        params: { header: onceOnly() },
        body: { name, email, teamId, role, ...(hiredOn !== '' && { hiredOn }) },
      }),
  });
  return (
    <WriteForm write={write} submit={t('reps.add')} ready={name.trim() !== '' && email !== '' && team !== null}>
      <TextField label={t('reps.name')} value={name} onChange={setName} required data-autofocus />
      <TextField label={t('reps.email')} type="email" value={email} onChange={setEmail} required />
      <Group grow>
        <Select label={t('reps.team')} data={[...choices]} value={team} onChange={setTeam} required searchable />
        <RoleSelect role={role} onChange={setRole} />
      </Group>
      <TextField label={t('reps.hired')} type="date" value={hiredOn} onChange={setHiredOn} />
    </WriteForm>
  );
};

const Teams = () => {
  const { t } = useTranslation('control');
  const teamName = useTeamName();
  const isAdmin = useHasRole();
  const mayChange = useHasRole('manager');
  const [adding, setAdding] = useState(false);
  const { data } = useQuery(teams);
  return (
    <Panel
      title={t('teams.title')}
      tools={isAdmin && <Button onClick={() => setAdding(true)}>{t('teams.add')}</Button>}
    >
      {data?.length === 0 && <Text c="dimmed">{t('teams.none')}</Text>}
      {data !== undefined && data.length > 0 && (
        <DataTable<Team>
          label={t('teams.title')}
          rows={data}
          keyOf={({ id }) => id}
          columns={[
            { head: t('teams.name'), cell: ({ name }) => name },
            { head: t('teams.above'), cell: ({ parentId }) => parentId && teamName(parentId) },
            ...(mayChange ? [{ head: t('teams.change'), cell: (team: Team) => <TeamChanges team={team} /> }] : []),
          ]}
        />
      )}
      {adding && (
        <FormDialog onClose={() => setAdding(false)} title={t('teams.add')}>
          <TeamForm onDone={() => setAdding(false)} />
        </FormDialog>
      )}
    </Panel>
  );
};

const TeamForm = ({ onDone }: Readonly<{ onDone: () => void }>) => {
  const { t } = useTranslation('control');
  const choices = useTeamChoices();
  const [name, setName] = useState('');
  const [parent, setParent] = useState<string | null>(null);
  const write = useWrite({
    changes: 'team',
    done: () => t('teams.added', { name }),
    onDone,
    send: () =>
      api.POST('/api/teams', {
        params: { header: onceOnly() },
        body: { name, ...(parent !== null && { parentId: parent }) },
      }),
  });
  return (
    <WriteForm write={write} submit={t('teams.add')} ready={name.trim() !== ''}>
      <TextField label={t('teams.name')} value={name} onChange={setName} required data-autofocus />
      <Select label={t('teams.above')} data={[...choices]} value={parent} onChange={setParent} clearable searchable />
    </WriteForm>
  );
};
