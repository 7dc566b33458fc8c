import { Progress, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { departureOf } from '../api/control.js';
import { useRepName } from '../api/people.js';
import { useFormats } from '../shared/formats.js';
import { Panel } from '../shared/panel.js';
import { Failed, Loading } from '../shared/states.js';
import { Tile } from '../shared/tile.js';
import { HandoverLines } from './handover-lines.js';

/** A departure under way, and its receipt when it is done. */
export const DepartureProgress = ({ repId, name }: Readonly<{ repId: string; name: string }>) => {
  const { t } = useTranslation('control');
  const { count, day } = useFormats();
  const nameOf = useRepName();
  const { data, error, isPending, refetch } = useQuery(departureOf(repId));
  if (isPending) return <Loading lines={3} />;
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  const { state, on, successors, reason, job, handedOver, receipt } = data;
  return (
    <Panel title={t(state === 'departed' ? 'departure.done' : 'departure.underWay', { name })}>
      <Text>
        {t('departure.summary', { day: day(on), names: successors.map(({ ownerId }) => nameOf(ownerId)).join(', ') })}
        {reason !== null && ` · ${reason}`}
      </Text>
      {state === 'handingOver' && (
        <>
          <Progress value={100} animated aria-label={t('departure.underWay', { name })} />
          <Text role="status">{t('departure.soFar', { done: count(job?.progress?.done ?? receipt.length) })}</Text>
          {job?.error && <Text className="fault">{job.error}</Text>}
        </>
      )}
      {handedOver && (
        <div className="tiles">
          <Tile label={t('departure.customers')} value={count(handedOver.customers)} />
          <Tile label={t('departure.deals')} value={count(handedOver.deals)} />
          <Tile label={t('departure.tasks')} value={count(handedOver.tasks)} />
        </div>
      )}
      <HandoverLines lines={receipt} />
    </Panel>
  );
};
