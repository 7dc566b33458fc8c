import { ActionIcon, Group, SegmentedControl, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Grain } from '../api/forecasts.js';
import { GRAINS, type PeriodSearch, periodBeside } from '../api/periods.js';
import { Icon } from './icon.js';

type PeriodChoiceProps = Readonly<{
  by: Grain;
  period: string;
  change: (to: PeriodSearch) => void;
  /** Where all time can be chosen too. */
  allTime?: Readonly<{ chosen: boolean; choose: () => void }>;
}>;

const ALL = 'all';

/** Month, quarter or year, and which of them. */
export const PeriodChoice = ({ by, period, change, allTime }: PeriodChoiceProps) => {
  const { t } = useTranslation();
  const isAll = allTime?.chosen === true;
  const step = (steps: number) => change({ period: periodBeside(period, steps) });
  return (
    <Group gap="xs">
      <SegmentedControl
        aria-label={t('grain.title')}
        value={isAll ? ALL : by}
        onChange={(grain) => (grain === ALL ? allTime?.choose() : change({ by: grain as Grain, period: undefined }))}
        data={[
          ...GRAINS.map((value) => ({ value: value as string, label: t(`grain.${value}`) })),
          ...(allTime === undefined ? [] : [{ value: ALL, label: t('grain.all') }]),
        ]}
      />
      <Group gap={2} wrap="nowrap" display={isAll ? 'none' : undefined}>
        <ActionIcon variant="subtle" size={34} aria-label={t('period.before')} onClick={() => step(-1)}>
          <Icon name="left" />
        </ActionIcon>
        <Text fw={600} className="figure" miw={76} ta="center" aria-live="polite">
          {period}
        </Text>
        <ActionIcon variant="subtle" size={34} aria-label={t('period.after')} onClick={() => step(1)}>
          <Icon name="right" />
        </ActionIcon>
      </Group>
    </Group>
  );
};
