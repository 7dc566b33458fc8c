import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { daysBetween } from '../api/days.js';
import type { Deal } from '../api/deals.js';
import { useRepName } from '../api/people.js';
import { useTime } from '../api/time.js';
import { asWords } from '../pipeline/required-fields.js';
import { useFormats } from '../shared/formats.js';
import { DealLines } from './deal-lines.js';
import { type Part, useEditing } from './editing.js';
import { Fact } from './fact.js';
import { AmountForm, CategoryForm, CloseOnForm, type DealFormProps, OwnerForm } from './fact-forms.js';
import { LinesForm } from './lines-form.js';
import { SplitForm } from './split-form.js';
import { StageFact } from './stage-fact.js';

const WHOLE = 10_000;

/** What is known of a deal, as it stands or stood. A closed deal is reopened, or corrected, to change it. */
export const DealFacts = ({ deal }: Readonly<{ deal: Deal }>) => {
  const { t } = useTranslation(['deal', 'shared']);
  const { money, day, percent, count } = useFormats();
  const nameOf = useRepName();
  const { part: inChange, stop } = useEditing();
  const changedBy = (part: Part, Form: (props: DealFormProps) => ReactNode) =>
    // What is typed already stays when somebody else closes the deal.
    deal.status === 'Open' || inChange === part ? { part, form: <Form deal={deal} onDone={stop} /> } : undefined;
  const { amount, companyAmount, expectedCloseOn, ownerId, forecastCategory, split, fields } = deal;
  const { day: past, today } = useTime();
  const shownDay = past ?? today;
  const isOverdue = deal.status === 'Open' && expectedCloseOn !== null && expectedCloseOn < shownDay;
  return (
    <dl className="deal-facts">
      <StageFact deal={deal} />
      <Closed deal={deal} />
      <Fact
        label={t('amount')}
        note={amount.currency !== companyAmount.currency && t('inCompanyMoney', { amount: money(companyAmount) })}
        change={changedBy('amount', AmountForm)}
      >
        <span className="figure">{money(amount)}</span>
      </Fact>
      <Fact
        label={t('expectedCloseOn')}
        note={isOverdue && t('overdue', { days: count(daysBetween(expectedCloseOn, shownDay)) })}
        change={changedBy('expectedCloseOn', CloseOnForm)}
      >
        {expectedCloseOn === null ? t('notKnown') : day(expectedCloseOn)}
      </Fact>
      <Fact label={t('owner')} change={changedBy('ownerId', OwnerForm)}>
        {ownerId === null ? t('shared:noOwner') : nameOf(ownerId)}
      </Fact>
      <Fact label={t('category')} change={changedBy('forecastCategory', CategoryForm)}>
        {t(`categories.${forecastCategory ?? 'asStage'}`)}
      </Fact>
      <Fact label={t('split')} change={changedBy('split', SplitForm)}>
        {split === null
          ? t('splitNone')
          : split.map(({ repId, basisPoints }) => (
              <div key={repId}>
                {nameOf(repId)} <span className="figure">{percent(basisPoints / WHOLE)}</span>
              </div>
            ))}
      </Fact>
      <Fact label={t('lines')} change={changedBy('lines', LinesForm)}>
        <DealLines lines={deal.lines} />
      </Fact>
      {Object.entries(fields).map(([field, value]) => (
        <Fact key={field} label={asWords(field)}>
          {String(value)}
        </Fact>
      ))}
    </dl>
  );
};

/** How and when it closed, or why it is open again. */
const Closed = ({ deal }: Readonly<{ deal: Deal }>) => {
  const { t } = useTranslation('deal');
  const { day, instantDay } = useFormats();
  const { closedAt, signedOn, lostReason, competitor, reopenReason } = deal;
  const rows = [
    ['closedAt', closedAt && instantDay(closedAt)],
    ['signedOn', signedOn && day(signedOn)],
    ['lostReason', lostReason],
    ['competitor', competitor],
    ['reopenReason', reopenReason],
  ] as const;
  return rows.map(
    ([name, value]) =>
      value && (
        <Fact key={name} label={t(name)}>
          {value}
        </Fact>
      ),
  );
};
