import { Select, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { customersLike } from '../api/customers.js';

type CustomerChoiceProps = Readonly<{
  label: string;
  value: string | null;
  onChange: (id: string | null) => void;
  error?: string | false;
}>;

const SEARCH_AFTER_MS = 150;

/** One customer out of any number of them, found by a part of the name, or by a contact, who is told. */
export const CustomerChoice = ({ label, value, onChange, error }: CustomerChoiceProps) => {
  const { t } = useTranslation('shell');
  const [text, setText] = useState('');
  const [sought] = useDebouncedValue(text, SEARCH_AFTER_MS);
  const [chosen, setChosen] = useState<Readonly<{ value: string; label: string }> | null>(null);
  const { data = [] } = useQuery({
    ...customersLike(sought === chosen?.label ? '' : sought),
    placeholderData: keepPreviousData,
  });
  const found = data.map(({ id, name }) => ({ value: id, label: name }));
  const foundBy = new Map(data.map(({ id, foundIn }) => [id, foundIn?.value]));
  const choices = chosen && !found.some((choice) => choice.value === chosen.value) ? [chosen, ...found] : found;
  return (
    <Select
      label={label}
      placeholder={t('entry.pick')}
      data={choices}
      value={value}
      onChange={(id, option) => {
        setChosen(id === null ? null : option);
        onChange(id);
      }}
      searchValue={text}
      onSearchChange={setText}
      // The server has found them already.
      filter={({ options }) => options}
      renderOption={({ option: { value: id, label: name } }) => (
        <span>
          {name}
          {foundBy.get(id) !== undefined && (
            <Text span display="block" c="dimmed" size="sm">
              {foundBy.get(id)}
            </Text>
          )}
        </span>
      )}
      nothingFoundMessage={t('nothingFound')}
      error={error}
      searchable
      required
    />
  );
};
