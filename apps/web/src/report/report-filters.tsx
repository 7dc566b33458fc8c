import { Button, type ComboboxItem } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { processes, products, reps, teams } from '../api/people.js';
import { DIMENSIONS, type Dimension, type Filter, valuesOf } from '../api/reports.js';
import { FilterSelect } from '../shared/filter-select.js';

const WIDTH_PX = 180;

type ReportFiltersProps = Readonly<{
  filter: Filter;
  change: (to: Readonly<Partial<Record<Dimension, string | undefined>>>) => void;
}>;

/** Narrows a report to some deals only. A customer comes with a link: there are too many to choose from. */
export const ReportFilters = ({ filter, change }: ReportFiltersProps) => {
  const { t } = useTranslation('report');
  const choices = useChoices();
  const offered = DIMENSIONS.filter((dimension) => dimension !== 'customer' || filter.customer !== undefined);
  const none = Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, undefined]));
  return (
    <section className="sheet time-bar" aria-label={t('filter.title')}>
      {offered.map((dimension) => (
        <FilterSelect
          key={dimension}
          label={t(`groups.${dimension}`)}
          all={t(`groups.${dimension}`)}
          data={withChosen(choices[dimension], filter[dimension])}
          value={filter[dimension]}
          change={(value) => change({ [dimension]: value })}
          width={WIDTH_PX}
        />
      ))}
      {Object.keys(filter).length > 0 && (
        <Button variant="subtle" onClick={() => change(none)}>
          {t('filter.clear')}
        </Button>
      )}
    </section>
  );
};

/** What a link has chosen is shown, also when it is not among what is known. */
const withChosen = (known: readonly ComboboxItem[], chosen: string | undefined): readonly ComboboxItem[] =>
  chosen === undefined || known.some(({ value }) => value === chosen)
    ? known
    : [...known, { value: chosen, label: chosen }];

type Named = readonly Readonly<{ id: string; name: string }>[];

const named = (items: Named | undefined): readonly ComboboxItem[] =>
  (items ?? []).map(({ id, name }) => ({ value: id, label: name }));

const plain = (values: readonly string[] | undefined): readonly ComboboxItem[] =>
  (values ?? []).map((value) => ({ value, label: value }));

/** All there is and was, also who has left: reports look back. */
const useChoices = (): Readonly<Record<Dimension, readonly ComboboxItem[]>> => {
  const sold = useQuery(products).data;
  return {
    owner: named(useQuery(reps).data),
    team: named(useQuery(teams).data),
    region: plain(useQuery(valuesOf('region')).data),
    product: named(sold),
    model: (sold ?? []).flatMap((product) =>
      product.models.map(({ id, name }) => ({ value: `${product.id}/${id}`, label: `${product.name}, ${name}` })),
    ),
    source: plain(useQuery(valuesOf('source')).data),
    industry: plain(useQuery(valuesOf('industry')).data),
    customer: [],
    process: named(useQuery(processes).data),
  };
};
