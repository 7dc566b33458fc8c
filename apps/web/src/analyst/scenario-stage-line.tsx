import { ActionIcon, MultiSelect, NumberInput, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Process } from '../api/people.js';
import { Icon } from '../shared/icon.js';
import { TextField } from '../shared/write-form.js';
import type { ScenarioStage } from './scenario-stage.js';

const CATEGORIES = ['pipeline', 'bestCase', 'commit'] as const;

type ScenarioStageLineProps = Readonly<{
  number: number;
  stage: ScenarioStage;
  /** The stages whose deals are this one's, or nobody's yet. */
  free: Process['stages'];
  change: (stage: ScenarioStage) => void;
  remove: (() => void) | undefined;
}>;

/** One stage of another list. */
export const ScenarioStageLine = ({ number, stage, free, change, remove }: ScenarioStageLineProps) => {
  const { t } = useTranslation('whatIf');
  return (
    <li className="scenario-stage">
      <TextField
        label={t('line.name', { number })}
        value={stage.name}
        onChange={(name) => change({ ...stage, name })}
        required
      />
      <NumberInput
        label={t('line.probability', { number })}
        value={stage.probability}
        onChange={(probability) => change({ ...stage, probability })}
        min={0}
        max={100}
        suffix=" %"
        hideControls
        required
      />
      <Select
        label={t('line.category', { number })}
        data={CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) }))}
        value={stage.forecastCategory}
        onChange={(value) => value !== null && change({ ...stage, forecastCategory: value })}
        allowDeselect={false}
      />
      <MultiSelect
        label={t('line.from', { number })}
        data={free.map(({ id, name }) => ({ value: id, label: name }))}
        value={[...stage.from]}
        onChange={(from) => change({ ...stage, from })}
        searchable
      />
      <ActionIcon
        variant="subtle"
        size={36}
        aria-label={t('line.remove', { number })}
        disabled={remove === undefined}
        onClick={remove}
      >
        <Icon name="close" size={16} />
      </ActionIcon>
    </li>
  );
};
