import { type ComboboxItem, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type Props = Readonly<{
  label: string;
  /** What is shown while nothing is chosen: no filter. */
  all: string;
  /** What is chosen to have no filter again; by default: all. */
  none?: string;
  data: readonly ComboboxItem[];
  value: string | undefined;
  change: (value: string | undefined) => void;
  width: number;
}>;

/** No id has this form. */
const NONE = '*';

/** Narrows what a page shows to one of many, or to none of them in particular: that can be chosen too, by keyboard. */
export const FilterSelect = ({ label, all, none, data, value, change, width }: Props) => {
  const { t } = useTranslation();
  return (
    <Select
      aria-label={label}
      placeholder={all}
      data={value === undefined ? [...data] : [{ value: NONE, label: none ?? t('all') }, ...data]}
      value={value ?? null}
      onChange={(chosen) => change(chosen === null || chosen === NONE ? undefined : chosen)}
      clearable
      searchable
      w={width}
    />
  );
};
