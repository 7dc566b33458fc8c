import { Table } from '@mantine/core';
import { type KeyboardEvent, memo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Money, useFormats } from '../shared/formats.js';
import { moneyOf } from '../shared/money-text.js';
import { keyOf } from './quota-cells.js';

type QuotaRowProps = Readonly<{
  repId: string;
  name: string;
  periods: readonly string[];
  known: ReadonlyMap<string, Money>;
  typed: ReadonlyMap<string, string>;
  currency: string;
  set: (key: string, text: string) => void;
}>;

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, Enter: 1, ArrowUp: -1 };

/** To the cell above or below: every row has as many. */
const move = (event: KeyboardEvent<HTMLInputElement>): void => {
  const step = STEPS[event.key];
  if (step === undefined || event.nativeEvent.isComposing) return;
  event.preventDefault();
  const cells = [...(event.currentTarget.closest('tbody')?.querySelectorAll('input') ?? [])];
  const perRow = event.currentTarget.closest('tr')?.querySelectorAll('input').length ?? 0;
  const next = cells[cells.indexOf(event.currentTarget) + step * perRow];
  next?.focus();
  next?.select();
};

/** The quotas of one rep. Memoised: a table has hundreds of cells. */
export const QuotaRow = memo(
  ({ repId, name, periods, known, typed, currency, set }: QuotaRowProps) => {
    const { t } = useTranslation('quotaGrid');
    const { major, money } = useFormats();
    return (
      <Table.Tr>
        <Table.Th scope="row">{name}</Table.Th>
        {periods.map((period) => {
          const key = keyOf({ repId, period });
          const before = known.get(key);
          const isOwn = before?.currency === currency;
          const text = typed.get(key) ?? (before && isOwn ? String(major(before)) : '');
          const isFaulty = text.trim() !== '' && moneyOf(text, currency) === null;
          return (
            <Table.Td key={period}>
              <input
                className="quota-cell"
                inputMode="decimal"
                aria-label={t('cell', { name, period })}
                aria-invalid={isFaulty}
                data-changed={typed.has(key)}
                placeholder={before && !isOwn ? money(before) : ''}
                value={text}
                onChange={({ currentTarget }) => set(key, currentTarget.value)}
                onKeyDown={move}
              />
            </Table.Td>
          );
        })}
      </Table.Tr>
    );
  },
  (a, b) =>
    a.name === b.name &&
    a.periods === b.periods &&
    a.known === b.known &&
    a.set === b.set &&
    a.periods.every((period) => {
      const key = keyOf({ repId: a.repId, period });
      return a.typed.get(key) === b.typed.get(key);
    }),
);
