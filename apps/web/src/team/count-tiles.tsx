import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Attainment, teamAttainment } from '../api/team.js';
import { useTime } from '../api/time.js';
import { useFormats } from '../shared/formats.js';
import { Tile } from '../shared/tile.js';
import { counted } from './counted.js';

/** How far a team is with its quotas of deals and activities, where it has any. */
export const CountTiles = ({ team, period }: Readonly<{ team: string; period: string }>) => {
  const { t } = useTranslation('team');
  const { at } = useTime();
  const { count, percent, tenths } = useFormats();
  const { data } = useQuery(teamAttainment(team, period, at));
  const tiles = counted(data?.attainments);
  if (tiles.length === 0) return null;
  const paceOf = ({ ahead }: Attainment['pace']) =>
    typeof ahead === 'number' ? t(ahead < 0 ? 'behind' : 'ahead', { amount: tenths(Math.abs(ahead)) }) : '';
  return (
    <div className="tiles">
      {tiles.map(({ measure, reached, quota, attainment, pace }) => (
        <Tile
          key={measure}
          label={t(`measure.${measure}`)}
          value={count(reached)}
          note={`${t('ofQuota', { share: percent(attainment ?? 0), quota: count(quota) })} · ${paceOf(pace)}`}
        />
      ))}
    </div>
  );
};
