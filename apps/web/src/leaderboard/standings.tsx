import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../api/client.js';
import type { Measure } from '../api/team.js';
import { useFormats } from '../shared/formats.js';
import { Icon } from '../shared/icon.js';

type Board = Answer<'/api/leaderboards/{metric}'>;
type Value = Board['rows'][number]['value'];

const FIRST = 10;

const sizeOf = (value: Value): number => (typeof value === 'number' ? value : value.amount);

/** Rank, name and value, with a bar as long as the value is beside the best one's. */
export const Standings = ({ measure, board }: Readonly<{ measure: Measure; board: Board }>) => {
  const { t } = useTranslation('leaderboard');
  const { money, percent, count, instant } = useFormats();
  const [all, setAll] = useState(false);
  const say = (value: Value): string => {
    if (typeof value !== 'number') return money(value);
    return measure === 'winRate' || measure === 'attainment' ? percent(value) : count(value);
  };
  const longest = Math.max(...board.rows.map(({ value }) => sizeOf(value)));
  const shown = all ? board.rows : board.rows.slice(0, FIRST);
  return (
    <>
      <ol className="standings">
        {shown.map(({ rank, repId, name, value, movement, badges = [] }) => (
          <li key={repId} className="standing" data-rank={rank}>
            <span className="standing-rank">{rank}</span>
            <span className="standing-name">
              {name}
              {badges.map((badge) => (
                <span key={badge} className="standing-badge">
                  {t(`badge.${badge}`)}
                </span>
              ))}
            </span>
            <Moved by={movement ?? 0} />
            <span className="standing-value">{say(value)}</span>
            <span
              className="standing-bar"
              aria-hidden="true"
              style={{ width: `${longest > 0 ? (100 * sizeOf(value)) / longest : 0}%` }}
            />
          </li>
        ))}
      </ol>
      <footer className="leaderboard-foot">
        <span>{t('asOf', { instant: instant(board.asOf) })}</span>
        {board.rows.length > FIRST && (
          <Button size="compact-sm" variant="default" onClick={() => setAll(!all)}>
            {t(all ? 'fewer' : 'everyone', { reps: count(board.rows.length) })}
          </Button>
        )}
      </footer>
    </>
  );
};

/** How many ranks somebody has won (above 0) or lost since the period before. */
const Moved = ({ by }: Readonly<{ by: number }>) => {
  const { t } = useTranslation('leaderboard');
  const { count } = useFormats();
  if (by === 0) return <span />;
  const ranks = count(Math.abs(by));
  return (
    <span className="standing-moved" title={t(by > 0 ? 'risen' : 'fallen', { ranks })}>
      <Icon name={by > 0 ? 'up' : 'down'} size={14} />
      {ranks}
    </span>
  );
};
