import { Button, Group, Select } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { Report } from '../api/reports.js';
import { FilterSelect } from '../shared/filter-select.js';
import { PeriodChoice } from '../shared/period-choice.js';
import { COMPARE, GROUPS, REPORTS, SECOND_GROUPS } from './report-choices.js';
import { ReportFilters } from './report-filters.js';
import type { ReportChoice } from './use-report.js';

type ReportControlsProps = Readonly<{ choice: ReportChoice; shown: Report | undefined }>;

/** Which report, of when, by what, beside what, and of which deals only. */
export const ReportControls = ({ choice, shown }: ReportControlsProps) => {
  const { t } = useTranslation(['report', 'shared']);
  const { asked, by, period, allTime, compare, filter, change } = choice;
  const filters = Object.keys(filter).length;
  const [opened, { toggle }] = useDisclosure(filters > 0);
  return (
    <>
      <Group gap="sm">
        <Select
          aria-label={t('report')}
          data={REPORTS.map((value) => ({ value, label: t(`name.${value}`) }))}
          value={asked.name}
          onChange={(report) =>
            change({
              report: report ?? undefined,
              group: undefined,
              second: undefined,
              measure: undefined,
              ...NO_DEALS,
              saved: undefined,
            })
          }
          allowDeselect={false}
          w={220}
        />
        <PeriodChoice
          by={by}
          period={period}
          change={(to) => change({ ...to, all: undefined, ...NO_DEALS })}
          allTime={{ chosen: allTime, choose: () => change({ all: true, ...NO_DEALS }) }}
        />
        <Select
          aria-label={t('group')}
          data={GROUPS.map((value) => ({ value, label: t(`groups.${value}`) }))}
          value={asked.group ?? shown?.group ?? null}
          onChange={(group) => change({ group: group ?? undefined, ...NO_DEALS })}
          allowDeselect={false}
          searchable
          w={180}
        />
        <FilterSelect
          label={t('second')}
          all={t('second')}
          none={t('shared:none')}
          data={SECOND_GROUPS.map((value) => ({ value, label: t('within', { group: t(`groups.${value}`) }) }))}
          value={asked.second}
          change={(second) => change({ second, ...NO_DEALS })}
          width={180}
        />
        {!allTime && (
          <Select
            aria-label={t('compare')}
            data={COMPARE.map((value) => ({ value, label: t(`compares.${value}`) }))}
            value={compare}
            onChange={(with_) => change({ compare: with_ ?? undefined })}
            allowDeselect={false}
            w={200}
          />
        )}
        <Button variant="default" onClick={toggle} aria-expanded={opened}>
          {filters === 0 ? t('filter.title') : t('filter.some', { count: filters })}
        </Button>
      </Group>
      {opened && <ReportFilters filter={filter} change={(to) => change({ ...to, ...NO_DEALS })} />}
    </>
  );
};

/** What stands behind one report is not behind another. */
const NO_DEALS = { deals: undefined, of: undefined, ofSecond: undefined };
