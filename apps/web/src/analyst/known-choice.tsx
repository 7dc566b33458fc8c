import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCompany } from '../api/company.js';
import { dayOf } from '../api/days.js';
import { useFormats } from '../shared/formats.js';

export type Known = 'then' | 'now';

/** The day on which anything was recorded first. */
const useFirstRecorded = (): string | null => {
  const { recordedSince, timeZone } = useCompany();
  return recordedSince && dayOf(new Date(recordedSince), timeZone);
};

/** By what was known then, unless that began only after the day from which on is asked. */
export const useLikelyKnown = (from: string): Known => {
  const first = useFirstRecorded();
  return first !== null && from < first ? 'now' : 'then';
};

type KnownChoiceProps = Readonly<{ value: Known; from: string; onChange: (known: Known) => void }>;

/** By what was known at each past instant, or by what is known now: after an import, only the latter has a past. */
export const KnownChoice = ({ value, from, onChange }: KnownChoiceProps) => {
  const { t } = useTranslation('analyst');
  const { day } = useFormats();
  const first = useFirstRecorded();
  const isEmpty = value === 'then' && first !== null && from < first;
  return (
    <Select
      label={t('replays.knownAt')}
      description={isEmpty && t('replays.nothingThen', { day: day(first) })}
      data={[
        { value: 'then', label: t('replays.knownThen') },
        { value: 'now', label: t('replays.knownNow') },
      ]}
      value={value}
      onChange={(known) => onChange(known === 'now' ? 'now' : 'then')}
      allowDeselect={false}
    />
  );
};
