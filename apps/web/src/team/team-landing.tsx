import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { teams } from '../api/people.js';
import { teamLanding } from '../api/team.js';
import { useTime } from '../api/time.js';
import { useFormats } from '../shared/formats.js';
import { Loading } from '../shared/states.js';
import { Tile } from '../shared/tile.js';
import { CountTiles } from './count-tiles.js';
import { Reasons } from './reasons.js';
import { StateMark } from './state-mark.js';

/** Where a team will land as a whole; without a choice the one that no other stands above. */
export const TeamLanding = ({ team, period }: Readonly<{ team: string | undefined; period: string }>) => {
  const { t } = useTranslation('team');
  const { at } = useTime();
  const { money, shortMoney, percent } = useFormats();
  const known = useQuery(teams).data;
  const tops = known?.filter(({ parentId }) => parentId === null) ?? [];
  const id = team ?? (tops.length === 1 ? tops[0]?.id : undefined);
  const { data, isPending } = useQuery({
    ...teamLanding(id ?? '', period, at),
    enabled: id !== undefined,
  });
  if (id === undefined) return null;
  if (isPending) return <Loading lines={2} />;
  // The reps below tell what went wrong, if anything did.
  if (data === undefined) return null;
  const { won, quota, attainment, projected, low, high, pace, gap, pipelineNeeded, state, reasons } = data;
  const name = known?.find((each) => each.id === id)?.name ?? id;
  return (
    <section className="team-landing" aria-label={t('teamLanding', { name, period })}>
      <div className="tiles">
        <Tile
          label={t('won')}
          value={money(won)}
          note={quota && t('ofQuota', { share: percent(attainment ?? 0), quota: money(quota) })}
        />
        <Tile
          label={t('pace')}
          value={
            pace === undefined
              ? t('noQuota')
              : t(pace.ahead.amount < 0 ? 'behind' : 'ahead', { amount: shortMoney(sized(pace.ahead)) })
          }
          note={pace && t('planned', { amount: shortMoney(pace.planned) })}
        />
        <Tile
          label={t('projected')}
          value={shortMoney(projected)}
          note={t('range', { low: shortMoney(low), high: shortMoney(high) })}
        />
        <Tile
          label={t('outlook')}
          value={<StateMark state={state} />}
          note={
            gap !== undefined && gap.amount > 0 && pipelineNeeded
              ? t('needed', { amount: shortMoney(pipelineNeeded) })
              : t('nothingNeeded')
          }
        />
      </div>
      <CountTiles team={id} period={period} />
      {reasons.length > 0 && (
        <div className="sheet tile">
          <Text size="sm" c="dimmed">
            {t('why', { name })}
          </Text>
          <Reasons reasons={reasons} />
        </div>
      )}
    </section>
  );
};

/** The words say which way it goes. */
const sized = <M extends Readonly<{ amount: number }>>(money: M): M => ({ ...money, amount: Math.abs(money.amount) });
