import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../api/client.js';
import type { Measure } from '../api/team.js';
import { useFormats } from '../shared/formats.js';

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
    return measure === 'winRate' ? percent(value) : count(value);
  };
  const longest = Math.max(...board.rows.map(({ value }) => sizeOf(value)));
  const shown = all ? board.rows : board.rows.slice(0, FIRST);
  return (
    <>
      <ol className="standings">
        {shown.map(({ rank, repId, name, value }) => (
          <li key={repId} className="standing" data-rank={rank}>
            <span className="standing-rank">{rank}</span>
            <span className="standing-name">{name}</span>
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
