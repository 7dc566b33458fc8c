import { ActionIcon, Button, Group, NumberInput, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { useFormats } from '../shared/formats.js';
import { Icon } from '../shared/icon.js';
import { RepChoice } from '../shared/rep-choice.js';
import { ChangeForm } from './change-form.js';
import type { DealFormProps } from './fact-forms.js';
import { useDealWrite } from './use-deal-write.js';

/** A share while it is edited; `key` tells lines apart. */
type Line = Readonly<{ key: string; repId: string | null; percent: number }>;

const PERCENT = 100;

const line = (repId: string | null, percent: number): Line => ({ key: crypto.randomUUID(), repId, percent });

/** Whose credit the deal is, by shares; the owner alone when there are none. */
export const SplitForm = ({ deal, onDone }: DealFormProps) => {
  const { t } = useTranslation(['deal', 'shared']);
  const { percent: say } = useFormats();
  const [lines, setLines] = useState<readonly Line[]>(
    () =>
      deal.split?.map(({ repId, basisPoints }) => line(repId, basisPoints / PERCENT)) ?? [
        line(deal.ownerId, PERCENT / 2),
        line(null, PERCENT / 2),
      ],
  );
  const write = useDealWrite(deal, {
    done: t('changedTo', { fact: t('split'), name: deal.name }),
    onDone,
    send: (params) => {
      const shares = lines.map(({ repId, percent }) => ({
        repId: repId ?? '',
        basisPoints: Math.round(percent * PERCENT),
      }));
      return api.POST('/api/deals/{id}/split', { params, body: { shares } });
    },
  });
  const set = (key: string, to: Partial<Line>) =>
    setLines(lines.map((each) => (each.key === key ? { ...each, ...to } : each)));
  const total = lines.reduce((sum, { percent }) => sum + percent, 0);
  return (
    <ChangeForm
      write={write}
      submit={t('shared:save')}
      ready={lines.every(({ repId }) => repId !== null)}
      cancel={onDone}
    >
      {lines.map(({ key, repId, percent }, place) => (
        <Group key={key} align="end" gap="xs" wrap="nowrap">
          <RepChoice
            label={t('splitRep', { number: place + 1 })}
            value={repId}
            onChange={(id) => set(key, { repId: id })}
            required
          />
          <NumberInput
            label={t('splitShare', { number: place + 1 })}
            value={percent}
            onChange={(value) => set(key, { percent: typeof value === 'number' ? value : 0 })}
            min={0}
            max={PERCENT}
            decimalScale={2}
            suffix=" %"
            hideControls
            w={110}
          />
          <ActionIcon
            variant="subtle"
            size={36}
            aria-label={t('splitRemove', { number: place + 1 })}
            onClick={() => setLines(lines.filter((each) => each.key !== key))}
          >
            <Icon name="close" size={16} />
          </ActionIcon>
        </Group>
      ))}
      <Group gap="xs" justify="space-between">
        <Button size="compact-sm" variant="default" onClick={() => setLines([...lines, line(null, 0)])}>
          {t('splitAdd')}
        </Button>
        <Text size="sm" className="figure">
          {lines.length === 0 ? t('splitNone') : t('splitTotal', { total: say(total / PERCENT) })}
        </Text>
      </Group>
    </ChangeForm>
  );
};
