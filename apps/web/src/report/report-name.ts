import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportGroup } from '../api/reports.js';
import { useGroupName } from '../shared/group-name.js';

/** Says what a row of a report is about. */
export const useRowName = (group: ReportGroup): ((name: string | null) => string) => {
  const { t } = useTranslation('report');
  const nameOf = useGroupName(group);
  return useCallback(
    (name) => {
      if (name === null) return t(group === 'none' ? 'all' : 'ungrouped');
      if (group === 'business') return t(name === 'new' ? 'business.new' : 'business.existing');
      return group === 'age' ? t('age', { days: name }) : nameOf(name);
    },
    [group, nameOf, t],
  );
};
