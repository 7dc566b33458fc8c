import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Process, processes } from '../api/people.js';
import { useSession } from '../api/session.js';
import { DataTable } from '../shared/data-table.js';
import { Panel } from '../shared/panel.js';
import { Failed, Loading } from '../shared/states.js';

/** The ways in which deals are won here. */
export const ProcessesPage = () => {
  const { t } = useTranslation('control');
  const isAdmin = useSession().data?.role === 'admin';
  const { data, error, isPending, refetch } = useQuery(processes);
  return (
    <Panel
      title={t('processes.title')}
      tools={
        isAdmin && (
          <Link to="/control/processes/$processId" params={{ processId: 'new' }} className="quiet-link">
            {t('processes.add')}
          </Link>
        )
      }
    >
      {isPending && <Loading />}
      {error && <Failed error={error} retry={() => void refetch()} />}
      {data?.length === 0 && <Text c="dimmed">{t('processes.none')}</Text>}
      {data !== undefined && data.length > 0 && (
        <DataTable<Process>
          label={t('processes.title')}
          rows={data}
          keyOf={({ id }) => id}
          columns={[
            {
              head: t('processes.name'),
              cell: ({ id, name }) => (
                <Link to="/control/processes/$processId" params={{ processId: id }} className="quiet-link">
                  {name}
                </Link>
              ),
            },
            { head: t('processes.stages'), cell: ({ stages }) => stages.map(({ name }) => name).join(' → ') },
            { head: t('processes.version'), figure: true, cell: ({ version }) => version },
          ]}
        />
      )}
    </Panel>
  );
};
