import { Skeleton, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../shared/data-table.js';
import { type Money, useFormats } from '../shared/formats.js';
import { COUNT_MEASURES, type Counted, counted } from './counted.js';
import { MEMBERS_PER_PAGE, type Member } from './members.js';
import { Reasons } from './reasons.js';
import { StateMark } from './state-mark.js';

const WIDTH_PX = 980;
const COUNT_WIDTH_PX = 80;

type LandingTableProps = Readonly<{ period: string; members: readonly Member[] }>;

/** Rep by rep: how far, how fast, where it ends, and why. */
export const LandingTable = ({ period, members }: LandingTableProps) => {
  const { t } = useTranslation('team');
  const { money, shortMoney, percent, tenths, count } = useFormats();
  const of = ({ performance }: Member, measure: Counted['measure']) =>
    counted(performance?.attainments).find((each) => each.measure === measure);
  const counts = COUNT_MEASURES.filter((measure) => members.some((member) => of(member, measure)));
  const pace = ({ landing }: Member) => {
    const ahead = landing?.pace?.ahead;
    if (ahead === undefined) return '';
    const amount = shortMoney({ ...ahead, amount: Math.abs(ahead.amount) });
    return t(ahead.amount < 0 ? 'behind' : 'ahead', { amount });
  };
  return (
    <section className="sheet panel" aria-label={t('table', { period })}>
      <Title order={2} size="h5">
        {t('table', { period })}
      </Title>
      <DataTable
        label={t('table', { period })}
        rows={members}
        keyOf={({ id }) => id}
        pageSize={MEMBERS_PER_PAGE}
        minWidth={WIDTH_PX + counts.length * COUNT_WIDTH_PX}
        columns={[
          {
            head: t('rep'),
            cell: ({ id, name }) => (
              <Link to="/pipeline" search={{ owner: id }} className="quiet-link" title={t('dealsOf', { name })}>
                {name}
              </Link>
            ),
          },
          {
            head: t('outlook'),
            cell: ({ landing }) =>
              landing === null ? <Skeleton h={18} w={90} /> : <StateMark state={landing.state} />,
          },
          { head: t('won'), figure: true, cell: ({ row }) => money(row.closed) },
          { head: t('quota'), figure: true, cell: ({ row }) => (row.quota ? money(row.quota) : '') },
          {
            head: t('attainment'),
            figure: true,
            cell: ({ row }) => (typeof row.attainment === 'number' ? percent(row.attainment) : ''),
          },
          ...counts.map((measure) => ({
            head: t(`measure.${measure}`),
            figure: true,
            cell: (member: Member) => {
              const own = of(member, measure);
              if (own === undefined) return '';
              return (
                <>
                  {count(own.reached)} / {count(own.quota)}
                  <br />
                  {percent(own.attainment ?? 0)}
                </>
              );
            },
          })),
          { head: t('pace'), figure: true, cell: pace },
          {
            head: t('coverage'),
            figure: true,
            cell: ({ row }) => (typeof row.coverage === 'number' ? t('times', { times: tenths(row.coverage) }) : ''),
          },
          { head: t('projected'), figure: true, cell: ({ landing }) => landing && <Rounded of={landing.projected} /> },
          {
            head: t('pipelineNeeded'),
            figure: true,
            cell: ({ landing }) =>
              landing?.pipelineNeeded && landing.pipelineNeeded.amount > 0 && <Rounded of={landing.pipelineNeeded} />,
          },
          {
            head: t('reasons'),
            cell: ({ landing }) => landing && landing.reasons.length > 0 && <Reasons reasons={landing.reasons} />,
          },
        ]}
      />
    </section>
  );
};

/** An expectation: its cents say nothing, but are there for whoever wants them. */
const Rounded = ({ of }: Readonly<{ of: Money }>) => {
  const { money, shortMoney } = useFormats();
  return <span title={money(of)}>{shortMoney(of)}</span>;
};
