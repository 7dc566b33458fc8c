import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export type Known = 'then' | 'now';

type KnownChoiceProps = Readonly<{ value: Known; onChange: (known: Known) => void }>;

/** By what was known at each past instant, or by what is known now: after an import, only the latter has a past. */
export const KnownChoice = ({ value, onChange }: KnownChoiceProps) => {
  const { t } = useTranslation('analyst');
  return (
    <Select
      label={t('replays.knownAt')}
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
