import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Answer, api, onceOnly } from '../api/client.js';
import { useSession } from '../api/session.js';
import { useFormats } from '../shared/formats.js';
import { Refusal } from '../shared/states.js';
import { useWrite } from '../shared/use-write.js';

type Projection = Answer<'/api/projections'>['items'][number];

/** Builds a read model anew, or shows the generation before again; how far that is. */
export const ProjectionCare = ({ projection }: Readonly<{ projection: Projection }>) => {
  const { t } = useTranslation('control');
  const { count } = useFormats();
  const isAdmin = useSession().data?.role === 'admin';
  const { name, building, isKept } = projection;
  const order = useWrite<'rebuild' | 'rollback'>({
    changes: 'projection',
    done: (what) => t(`projections.ordered.${what}`, { name }),
    send: (what) => {
      const params = { path: { name }, header: onceOnly() };
      return what === 'rebuild'
        ? api.POST('/api/projections/{name}/rebuild', { params })
        : api.POST('/api/projections/{name}/rollback', { params });
    },
  });
  if (building !== null) {
    const { kind, position, rate } = building;
    return <Text size="sm">{t(`projections.building.${kind}`, { position, rate: count(Math.round(rate)) })}</Text>;
  }
  if (!isAdmin) return null;
  return (
    <>
      <Group gap={6} wrap="nowrap">
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t('projections.rebuildOf', { name })}
          onClick={() => order.mutate('rebuild')}
          loading={order.isPending}
        >
          {t('projections.rebuild')}
        </Button>
        {isKept && (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t('projections.rollbackOf', { name })}
            onClick={() => order.mutate('rollback')}
            loading={order.isPending}
          >
            {t('projections.rollback')}
          </Button>
        )}
      </Group>
      <Refusal error={order.error} />
    </>
  );
};
