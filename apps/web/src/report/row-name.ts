import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportGroup, ReportRow } from '../api/reports.js';

/** Says what a row is about, by its group; null: what is in none. */
export type RowNameOf = (group: string | null) => string;

/** Of the rows of a report, and of those within them. */
export const useRowNames = (
  rows: readonly ReportRow[],
  group: ReportGroup,
  second: ReportGroup | null,
): Readonly<{ nameOf: RowNameOf; innerNameOf: RowNameOf }> => {
  const names = useMemo(() => new Map(rows.map((row) => [row.group, row.name])), [rows]);
  const inner = useMemo(
    () => new Map(rows.flatMap(({ within = [] }) => within.map((row) => [row.second, row.name]))),
    [rows],
  );
  return { nameOf: useRowName(group, names), innerNameOf: useRowName(second ?? 'none', inner) };
};

const useRowName = (group: ReportGroup, names: ReadonlyMap<string | null, string | null>): RowNameOf => {
  const { t } = useTranslation('report');
  return useCallback(
    (of) => {
      if (of === null) return t(group === 'none' ? 'all' : 'ungrouped');
      if (group === 'business') return t(of === 'new' ? 'business.new' : 'business.existing');
      if (group === 'age') return t('age', { days: of });
      return names.get(of) ?? of;
    },
    [group, names, t],
  );
};
