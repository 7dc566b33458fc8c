import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Answer, answered, api } from '../api/client.js';
import type { Whose } from '../api/forecasts.js';
import { useRepName } from '../api/people.js';
import type { At } from '../api/time.js';
import { DealsBehind } from '../deal/deals-behind.js';
import { NamedDeal } from '../deal/named-deal.js';
import { useFormats } from '../shared/formats.js';
import type { Step } from './waterfall-steps.js';

type Change = Answer<'/api/pipelines/{processId}/changes'>['deals'][number];

type StepAsked = Readonly<{ processId: string; whose: Whose; from: string; at: At; step: Step }>;

const stepDeals = ({ processId, whose, from, at, step }: StepAsked) =>
  infiniteQueryOptions({
    queryKey: ['changes', 'deals', processId, whose, from, at, step],
    meta: { changesWith: at.asOf === undefined ? ['deal', 'rep', 'team'] : [] },
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const query = { ...at, ...whose, from, row: step, ...(pageParam !== undefined && { cursor: pageParam }) };
      return answered(
        api.GET('/api/pipelines/{processId}/changes', { params: { path: { processId }, query }, signal }),
      );
    },
    getNextPageParam: ({ next }) => next ?? undefined,
  });

const WIDTH_PX = 900;

/** The deals of one step of the waterfall, as they were and as they are now, and who changed them last. */
export const WaterfallDeals = ({ close, ...asked }: StepAsked & Readonly<{ close: () => void }>) => {
  const { t } = useTranslation(['forecast', 'shared']);
  const { money, day, instantDay } = useFormats();
  const repName = useRepName();
  const query = useInfiniteQuery(stepDeals(asked));
  const title = t('behindStep', { step: t(`step.${asked.step}`), from: day(asked.from) });
  const closing = (state: Change['to'] | null) => {
    const on = state?.signedOn ?? state?.expectedCloseOn ?? null;
    return on === null ? '' : day(on);
  };
  return (
    <DealsBehind
      title={title}
      query={query}
      dealsOf={(page) => page.deals}
      keyOf={({ id }) => id}
      minWidth={WIDTH_PX}
      columns={[
        { head: t('deal'), cell: ({ id }) => <NamedDeal dealId={id} at={asked.at} /> },
        { head: t('owner'), cell: ({ to }) => (to.ownerId === null ? t('shared:noOwner') : repName(to.ownerId)) },
        { head: t('amountBefore'), figure: true, cell: ({ from }) => from && money(from.amount) },
        { head: t('amountAfter'), figure: true, cell: ({ to }) => money(to.amount) },
        { head: t('closeBefore'), figure: true, cell: ({ from }) => closing(from) },
        { head: t('closeAfter'), figure: true, cell: ({ to }) => closing(to) },
        {
          head: t('changedBy'),
          cell: ({ events = [] }) => {
            const last = events.at(-1);
            return last && `${repName(last.by)} · ${instantDay(last.at)}`;
          },
        },
      ]}
      close={close}
    />
  );
};
