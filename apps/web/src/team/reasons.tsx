import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Landing } from '../api/team.js';
import { type Formats, useFormats } from '../shared/formats.js';

type Reason = Landing['reasons'][number];

const said = (reason: Reason, t: TFunction<'team'>, { money, percent, count, tenths }: Formats): string => {
  switch (reason.code) {
    case 'coverageLow':
      return t('reason.coverageLow', { coverage: tenths(reason.coverage), needed: tenths(reason.needed) });
    case 'winRateFell':
      return t('reason.winRateFell', { now: percent(reason.now), before: percent(reason.before) });
    case 'fewNewDeals':
      return t('reason.fewNewDeals', { deals: count(reason.deals), usual: tenths(reason.usual) });
    case 'activityDown':
      return t('reason.activityDown', { activities: count(reason.activities), usual: tenths(reason.usual) });
    case 'dealsLost':
    case 'dealsPushedOut':
      return t(`reason.${reason.code}`, { deals: count(reason.deals), amount: money(reason.amount) });
  }
};

/** Why a quota will likely be missed, the weightiest reason first. */
export const Reasons = ({ reasons }: Readonly<{ reasons: Landing['reasons'] }>) => {
  const { t } = useTranslation('team');
  const formats = useFormats();
  return (
    <ul className="reasons">
      {reasons.map((reason) => (
        <li key={reason.code}>{said(reason, t, formats)}</li>
      ))}
    </ul>
  );
};
