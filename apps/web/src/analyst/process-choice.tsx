import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Process, processes } from '../api/people.js';

/** The process that a question is about, the first one at first; undefined while none is known. */
export const useProcessChoice = () => {
  const { data: known = [] } = useQuery(processes);
  const [chosen, choose] = useState<string | null>(null);
  const process: Process | undefined = known.find(({ id }) => id === chosen) ?? known[0];
  return { known, process, choose };
};

type ProcessChoiceProps = Readonly<{
  known: readonly Process[];
  process: Process | undefined;
  choose: (id: string | null) => void;
}>;

export const ProcessChoice = ({ known, process, choose }: ProcessChoiceProps) => {
  const { t } = useTranslation('whatIf');
  return (
    <Select
      aria-label={t('process')}
      data={known.map(({ id, name }) => ({ value: id, label: name }))}
      value={process?.id ?? null}
      onChange={choose}
      allowDeselect={false}
    />
  );
};
