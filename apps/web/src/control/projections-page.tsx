import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Answer, api, onceOnly } from '../api/client.js';
import { projectionStatuses } from '../api/control.js';
import { useSession } from '../api/session.js';
import { DataTable } from '../shared/data-table.js';
import { useFormats } from '../shared/formats.js';
import { Panel } from '../shared/panel.js';
import { Failed, Loading, Refusal } from '../shared/states.js';
import { useWrite } from '../shared/use-write.js';
import { ProjectionCare } from './projection-care.js';

type Projection = Answer<'/api/projections'>['items'][number];
type Parked = Readonly<{ projection: string }> & Projection['parked'][number];

/** How far each read model is behind the log, and what could not be folded into it. */
export const ProjectionsPage = () => {
  const { t } = useTranslation('control');
  const { count, tenths } = useFormats();
  const { data, error, isPending, refetch } = useQuery(projectionStatuses);
  if (isPending) return <Loading />;
  if (error && data === undefined) return <Failed error={error} retry={() => void refetch()} />;
  const items = data?.items ?? [];
  const parked = items.flatMap(({ name, parked: keys }) => keys.map((key): Parked => ({ ...key, projection: name })));
  return (
    <>
      <ParkedKeys parked={parked} />
      <Panel title={t('projections.title')}>
        <Text c="dimmed" size="sm">
          {t('projections.hint')}
        </Text>
        <DataTable<Projection>
          label={t('projections.title')}
          rows={items}
          keyOf={({ name, version }) => `${name} ${version}`}
          pageSize={50}
          columns={[
            { head: t('projections.name'), cell: ({ name }) => name },
            {
              head: t('projections.version'),
              figure: true,
              cell: ({ version, generation }) => t('projections.versionText', { version, generation }),
            },
            {
              head: t('projections.state'),
              cell: ({ state, isOutdated }) => t(isOutdated ? 'projections.outdated' : `projections.${state}`),
            },
            { head: t('projections.position'), figure: true, cell: ({ position }) => position ?? '' },
            {
              head: t('projections.lag'),
              figure: true,
              cell: ({ lag }) =>
                t('projections.lagText', { events: count(Number(lag.positions)), seconds: tenths(lag.seconds) }),
            },
            { head: t('parked.do'), cell: (projection) => <ProjectionCare projection={projection} /> },
          ]}
        />
      </Panel>
    </>
  );
};

const ParkedKeys = ({ parked }: Readonly<{ parked: readonly Parked[] }>) => {
  const { t } = useTranslation('control');
  const { count } = useFormats();
  const isAdmin = useSession().data?.role === 'admin';
  const order = useWrite<Readonly<{ of: Parked; what: 'retry' | 'release' }>>({
    changes: 'projection',
    done: ({ what }) => t(what === 'retry' ? 'parked.retried' : 'parked.released'),
    send: ({ of: { projection: name, key }, what }) => {
      const params = { path: { name, key }, header: onceOnly() };
      return what === 'retry'
        ? api.POST('/api/projections/{name}/parked/{key}/retry', { params })
        : api.POST('/api/projections/{name}/parked/{key}/release', { params });
    },
  });
  return (
    <Panel title={t('parked.title')}>
      <Refusal error={order.error} />
      {parked.length === 0 && <Text>{t('parked.none')}</Text>}
      {parked.length > 0 && (
        <DataTable<Parked>
          label={t('parked.title')}
          rows={parked}
          keyOf={({ projection, key }) => `${projection} ${key}`}
          minWidth={820}
          columns={[
            { head: t('projections.name'), cell: ({ projection }) => projection },
            { head: t('parked.key'), cell: ({ key }) => key },
            { head: t('parked.event'), cell: ({ type, position }) => `${type} @ ${position}` },
            { head: t('parked.error'), cell: ({ error }) => error },
            { head: t('parked.waiting'), figure: true, cell: ({ events }) => count(events) },
            {
              head: t('parked.do'),
              cell: (of) =>
                isAdmin && (
                  <Group gap={6} wrap="nowrap">
                    <Button size="compact-xs" variant="default" onClick={() => order.mutate({ of, what: 'retry' })}>
                      {t('parked.retry')}
                    </Button>
                    <Button size="compact-xs" variant="default" onClick={() => order.mutate({ of, what: 'release' })}>
                      {t('parked.release')}
                    </Button>
                  </Group>
                ),
            },
          ]}
        />
      )}
    </Panel>
  );
};
