import { Button, Group, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { whatIf } from '../api/analyst.js';
import { useCompany } from '../api/company.js';
import type { Process } from '../api/people.js';
import { useTime } from '../api/time.js';
import { Panel } from '../shared/panel.js';
import { Failed, Loading } from '../shared/states.js';
import { ProcessChoice, useProcessChoice } from './process-choice.js';
import { newStage, type ScenarioStage, stagesBody, stagesOf } from './scenario-stage.js';
import { ScenarioStageLine } from './scenario-stage-line.js';
import { SideBySide } from './side-by-side.js';

const ASK_AFTER_MS = 400;

/** The board of any day under another stage list. */
export const WhatIfStages = () => {
  const { known, process, choose } = useProcessChoice();
  if (process === undefined) return <Loading />;
  const choice = <ProcessChoice known={known} process={process} choose={choose} />;
  return <OtherStages key={process.id} process={process} choice={choice} />;
};

type OtherStagesProps = Readonly<{ process: Process; choice: ReactNode }>;

const OtherStages = ({ process, choice }: OtherStagesProps) => {
  const { t } = useTranslation('whatIf');
  const { currency } = useCompany();
  const { at } = useTime();
  const [stages, setStages] = useState(() => stagesOf(process));
  const [settled] = useDebouncedValue(stages, ASK_AFTER_MS);
  const body = stagesBody(settled);
  const { data, error, refetch } = useQuery({
    ...whatIf({
      question: 'board',
      parameters: { processId: process.id },
      scenario: { processId: process.id, stages: [...(body ?? [])] },
      at,
    }),
    enabled: body !== null,
  });
  const change = (to: ScenarioStage) => setStages(stages.map((stage) => (stage.id === to.id ? to : stage)));
  const taken = new Set(stages.flatMap(({ from }) => from));
  const left = process.stages.filter(({ id }) => !taken.has(id));
  // What would have been of a stage that only one of the lists has is nothing.
  const rows = data?.rows.filter(({ dealsWas, dealsWhatIf }) => dealsWas !== 0 || dealsWhatIf !== 0);
  return (
    <>
      <Panel
        title={t('title.stages')}
        tools={
          <Group gap="sm">
            {choice}
            <Button variant="default" onClick={() => setStages(stagesOf(process))}>
              {t('reset')}
            </Button>
          </Group>
        }
      >
        <Text c="dimmed" size="sm">
          {t('hint.stages')}
        </Text>
        <ol className="scenario-stages">
          {stages.map((stage, place) => (
            <ScenarioStageLine
              key={stage.id}
              number={place + 1}
              stage={stage}
              free={process.stages.filter(({ id }) => stage.from.includes(id) || !taken.has(id))}
              change={change}
              remove={stages.length === 1 ? undefined : () => setStages(stages.filter(({ id }) => id !== stage.id))}
            />
          ))}
        </ol>
        <Group>
          <Button variant="default" size="compact-sm" onClick={() => setStages([...stages, newStage()])}>
            {t('line.add')}
          </Button>
        </Group>
        {left.length > 0 && (
          <Text size="sm" role="status">
            {t('left', { stages: left.map(({ name }) => name).join(', ') })}
          </Text>
        )}
      </Panel>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {rows && (
        <SideBySide
          title={t('sideBySide', { currency })}
          head={t('stage')}
          rows={rows}
          nameOf={({ name }) => String(name)}
          beside={[
            { head: t('deals'), column: 'dealsWas', isCount: true },
            { head: t('dealsWhatIf'), column: 'dealsWhatIf', isCount: true },
          ]}
        />
      )}
    </>
  );
};
