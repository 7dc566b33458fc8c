import { ActionIcon, Group, NumberInput, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../shared/icon.js';
import { TextField } from '../shared/write-form.js';
import type { StageDraft } from './stage-draft.js';

const CATEGORIES = ['pipeline', 'bestCase', 'commit'] as const;

type StageLineProps = Readonly<{
  stage: StageDraft;
  first: boolean;
  last: boolean;
  change: (stage: StageDraft) => void;
  move: (by: 1 | -1) => void;
  remove?: () => void;
}>;

/** One stage of a process under edit; its place changes by its arrows. */
export const StageLine = ({ stage, first, last, change, move, remove }: StageLineProps) => {
  const { t } = useTranslation('control');
  const name = stage.name || t('stage.unnamed');
  return (
    <li className="stage-line">
      <Group gap={2} wrap="nowrap">
        <ActionIcon
          variant="subtle"
          size={34}
          aria-label={t('stage.earlier', { name })}
          disabled={first}
          onClick={() => move(-1)}
        >
          <Icon name="up" size={16} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          size={34}
          aria-label={t('stage.later', { name })}
          disabled={last}
          onClick={() => move(1)}
        >
          <Icon name="down" size={16} />
        </ActionIcon>
      </Group>
      <TextField
        label={t('stage.name')}
        value={stage.name}
        onChange={(text) => change({ ...stage, name: text })}
        required
      />
      <NumberInput
        label={t('stage.probability')}
        value={stage.probability}
        onChange={(probability) => change({ ...stage, probability })}
        min={0}
        max={100}
        suffix=" %"
        hideControls
        required
      />
      <Select
        label={t('stage.category')}
        data={CATEGORIES.map((value) => ({ value, label: t(`stage.${value}`) }))}
        value={stage.forecastCategory}
        onChange={(value) => change({ ...stage, forecastCategory: value as StageDraft['forecastCategory'] })}
        allowDeselect={false}
      />
      <NumberInput
        label={t('stage.rots')}
        value={stage.rotAfterDays}
        onChange={(rotAfterDays) => change({ ...stage, rotAfterDays })}
        min={1}
        max={3650}
        hideControls
      />
      <TextField
        label={t('stage.requires')}
        placeholder="decisionMaker, amount"
        value={stage.requires}
        onChange={(requires) => change({ ...stage, requires })}
      />
      <ActionIcon
        variant="subtle"
        color="red"
        size={34}
        aria-label={t('stage.remove', { name })}
        disabled={remove === undefined}
        onClick={remove}
      >
        <Icon name="close" size={16} />
      </ActionIcon>
    </li>
  );
};
