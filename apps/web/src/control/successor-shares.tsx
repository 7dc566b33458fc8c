import { ActionIcon, Button, Group, NumberInput, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../shared/formats.js';
import { Icon } from '../shared/icon.js';
import { RepChoice } from '../shared/rep-choice.js';
import type { Share } from './shares.js';

type SuccessorSharesProps = Readonly<{
  shares: readonly Share[];
  change: (shares: readonly Share[]) => void;
  /** Who leaves. */
  except: string;
}>;

const MOST = 100;

/** Several who take over, each with their share of what there is. */
export const SuccessorShares = ({ shares, change, except }: SuccessorSharesProps) => {
  const { t } = useTranslation('control');
  const { percent } = useFormats();
  const total = shares.reduce((sum, { share }) => sum + share, 0);
  const set = (place: number, to: Partial<Share>) =>
    change(shares.map((each, at) => (at === place ? { ...each, ...to } : each)));
  return (
    <fieldset className="mapping">
      <legend>{t('departure.several')}</legend>
      {shares.map(({ key, ownerId, share }, place) => (
        <Group key={key} align="end" gap="sm" mb="xs">
          <RepChoice
            label={t('departure.successorOf', { number: place + 1 })}
            value={ownerId}
            onChange={(id) => set(place, { ownerId: id })}
            except={except}
          />
          <NumberInput
            label={t('departure.shareOf', { number: place + 1 })}
            value={share}
            onChange={(value) => set(place, { share: typeof value === 'number' ? value : 0 })}
            min={0}
            max={1_000_000}
            w={110}
          />
          <Text miw={56} pb={8} className="figure">
            {total > 0 && percent(share / total)}
          </Text>
          <ActionIcon
            variant="subtle"
            size={36}
            aria-label={t('departure.removeSuccessor', { number: place + 1 })}
            disabled={shares.length <= 2}
            onClick={() => change(shares.filter((_, at) => at !== place))}
          >
            <Icon name="close" size={16} />
          </ActionIcon>
        </Group>
      ))}
      <Button
        size="compact-sm"
        variant="default"
        disabled={shares.length >= MOST}
        onClick={() => change([...shares, { key: crypto.randomUUID(), ownerId: null, share: 1 }])}
      >
        {t('departure.addSuccessor')}
      </Button>
    </fieldset>
  );
};
