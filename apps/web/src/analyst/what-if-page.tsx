import { Button, Group, NumberInput, Select, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { whatIf } from '../api/analyst.js';
import { processes } from '../api/people.js';
import { useTime } from '../api/time.js';
import { Panel } from '../shared/panel.js';
import { Failed, Loading } from '../shared/states.js';
import { TimeBar } from '../shared/time-bar.js';
import { SideBySide } from './side-by-side.js';

const FIRST_DAY_YEARS = 3;
const PERCENT = 100;
const ASK_AFTER_MS = 300;

/** The board of any day under other probabilities, beside what was. Nothing is written. */
export const WhatIfPage = () => {
  const { t } = useTranslation('analyst');
  const { at, today } = useTime();
  const { data: known = [] } = useQuery(processes);
  const [chosen, setProcess] = useState<string | null>(null);
  const [changed, setChanged] = useState<Readonly<Record<string, number>>>({});
  const [settled] = useDebouncedValue(changed, ASK_AFTER_MS);
  const process = known.find(({ id }) => id === chosen) ?? known[0];
  const { data, error, isPending, refetch } = useQuery(whatIf(process?.id ?? '', settled, at));
  const set = (stage: string, value: string | number) => {
    const { [stage]: _, ...others } = changed;
    setChanged(typeof value === 'number' ? { ...others, [stage]: value / PERCENT } : others);
  };
  return (
    <>
      <TimeBar firstDay={`${Number(today.slice(0, 4)) - FIRST_DAY_YEARS}${today.slice(4)}`} />
      <Panel
        title={t('whatIf.title')}
        tools={
          <Group gap="sm">
            <Select
              aria-label={t('process')}
              data={known.map(({ id, name }) => ({ value: id, label: name }))}
              value={process?.id ?? null}
              onChange={(id) => {
                setProcess(id);
                setChanged({});
              }}
              allowDeselect={false}
            />
            <Button variant="default" onClick={() => setChanged({})} disabled={Object.keys(changed).length === 0}>
              {t('whatIf.reset')}
            </Button>
          </Group>
        }
      >
        <Text c="dimmed" size="sm">
          {t('whatIf.hint')}
        </Text>
        <div className="tiles">
          {process?.stages.map(({ id, name, probability }) => (
            <NumberInput
              key={id}
              label={name}
              description={t('whatIf.was', { percent: Number((probability * PERCENT).toFixed(2)) })}
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
      {data && <SideBySide rows={data.rows} />}
    </>
  );
};
