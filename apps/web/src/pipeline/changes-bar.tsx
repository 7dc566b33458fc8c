import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../shared/formats.js';
import type { Since } from './changes-since.js';

const STEPS = ['created', 'won', 'lost', 'increased', 'decreased'] as const;

/** What came and went since a day, in the figures of the waterfall. */
export const ChangesBar = ({ since: { steps } }: Readonly<{ since: Since }>) => {
  const { t } = useTranslation('pipeline');
  const { shortMoney, count, instantDay } = useFormats();
  return (
    <Group component="section" className="sheet changes-bar" gap="lg" aria-label={t('changes.title')}>
      <Text fw={600}>{t('changes.since', { day: instantDay(steps.from) })}</Text>
      {STEPS.map((step) => (
        <span key={step} className="changes-step" data-step={step}>
          {t(`changes.${step}`)}{' '}
          <b>
            {count(steps[step].deals)} · {shortMoney(steps[step].amount)}
          </b>
        </span>
      ))}
    </Group>
  );
};
