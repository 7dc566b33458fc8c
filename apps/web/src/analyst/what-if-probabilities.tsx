import { Button, Group, NumberInput, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { whatIf } from '../api/analyst.js';
import { useCompany } from '../api/company.js';
import { useTime } from '../api/time.js';
import { Panel } from '../shared/panel.js';
import { Failed, Loading } from '../shared/states.js';
import { ProcessChoice, useProcessChoice } from './process-choice.js';
import { SideBySide } from './side-by-side.js';

const PERCENT = 100;
const ASK_AFTER_MS = 300;

/** The board of any day under other probabilities. */
export const WhatIfProbabilities = () => {
  const { t } = useTranslation('whatIf');
  const { currency } = useCompany();
  const { at } = useTime();
  const { known, process, choose } = useProcessChoice();
  const [changed, setChanged] = useState<Readonly<Record<string, number>>>({});
  const [settled] = useDebouncedValue(changed, ASK_AFTER_MS);
  const processId = process?.id ?? '';
  const { data, error, isPending, refetch } = useQuery({
    ...whatIf({
      question: 'board',
      parameters: { processId },
      scenario: { processId, probabilities: settled },
      at,
    }),
    enabled: process !== undefined,
  });
  const set = (stage: string, value: string | number) => {
    const { [stage]: _, ...others } = changed;
    setChanged(typeof value === 'number' ? { ...others, [stage]: value / PERCENT } : others);
  };
  return (
    <>
      <Panel
        title={t('title.probabilities')}
        tools={
          <Group gap="sm">
            <ProcessChoice
              known={known}
              process={process}
              choose={(id) => {
                choose(id);
                setChanged({});
              }}
            />
            <Button variant="default" onClick={() => setChanged({})} disabled={Object.keys(changed).length === 0}>
              {t('reset')}
            </Button>
          </Group>
        }
      >
        <Text c="dimmed" size="sm">
          {t('hint.probabilities')}
        </Text>
        <div className="tiles">
          {process?.stages.map(({ id, name, probability }) => (
            <NumberInput
              key={id}
              label={name}
              description={t('was', { percent: Number((probability * PERCENT).toFixed(2)) })}
              value={changed[id] === undefined ? '' : Number((changed[id] * PERCENT).toFixed(2))}
              onChange={(value) => set(id, value)}
              min={0}
              max={100}
              suffix=" %"
            />
          ))}
        </div>
      </Panel>
      {isPending && <Loading />}
      {error && <Failed error={error} retry={() => void refetch()} />}
      {data && (
        <SideBySide
          title={t('sideBySide', { currency })}
          head={t('stage')}
          rows={data.rows}
          nameOf={({ name }) => String(name)}
          beside={[
            { head: t('deals'), column: 'dealsWas', isCount: true },
            { head: t('amount'), column: 'amountWas' },
          ]}
        />
      )}
    </>
  );
};
