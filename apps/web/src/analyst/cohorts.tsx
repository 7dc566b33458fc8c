import { useTranslation } from 'react-i18next';
import type { Conversion } from '../api/analyst.js';
import type { Grain } from '../api/forecasts.js';
import { BehindButton } from '../shared/behind-button.js';
import { DataTable } from '../shared/data-table.js';
import { useFormats } from '../shared/formats.js';
import { Panel } from '../shared/panel.js';

type Cohort = NonNullable<Conversion['cohorts']>[number];

type CohortsProps = Readonly<{
  by: Grain;
  cohorts: readonly Cohort[];
  show: (behind: Readonly<{ stage: string; cohort: string }>) => void;
}>;

/** Conversion stage by stage, of the deals that entered it in each period: darker is more. */
export const Cohorts = ({ by, cohorts, show }: CohortsProps) => {
  const { t } = useTranslation('analyst');
  const { percent, count } = useFormats();
  const stages = cohorts[0]?.stages ?? [];
  if (stages.length === 0) return null;
  const title = t('cohorts', { by: t(`cohortOf.${by}`) });
  return (
    <Panel title={title}>
      <DataTable<Cohort>
        label={title}
        rows={cohorts}
        keyOf={({ period }) => period}
        minWidth={140 * (stages.length + 1)}
        columns={[
          { head: t('cohort'), cell: ({ period }) => period },
          ...stages.map(({ id, name }) => ({
            head: name,
            figure: true,
            cell: (cohort: Cohort) => {
              const stage = cohort.stages.find((each) => each.id === id);
              if (stage === undefined || stage.conversion === null) return '';
              const { conversion, advanced, entered } = stage;
              return (
                <span
                  className="cohort"
                  style={{ '--share': `${Math.round(conversion * 40)}%` } as Record<string, string>}
                  title={t('cohortCell', { advanced: count(advanced), entered: count(entered) })}
                >
                  <BehindButton
                    label={t('showCohort', { stage: name, cohort: cohort.period, conversion: percent(conversion) })}
                    show={() => show({ stage: id, cohort: cohort.period })}
                  >
                    {percent(conversion)}
                  </BehindButton>
                </span>
              );
            },
          })),
        ]}
      />
    </Panel>
  );
};
