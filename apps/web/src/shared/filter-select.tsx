import { type ComboboxItem, Select } from '@mantine/core';

type Props = Readonly<{
  label: string;
  /** What is shown while nothing is chosen: no filter. */
  all: string;
  data: readonly ComboboxItem[];
  value: string | undefined;
  change: (value: string | undefined) => void;
  width: number;
}>;

/** Narrows what a page shows to one of many, or to none of them in particular. */
export const FilterSelect = ({ label, all, data, value, change, width }: Props) => (
  <Select
    aria-label={label}
    placeholder={all}
    data={[...data]}
    value={value ?? null}
    onChange={(chosen) => change(chosen ?? undefined)}
    clearable
    searchable
    w={width}
  />
);
