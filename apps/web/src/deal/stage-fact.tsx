import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Deal } from '../api/deals.js';
import { asWords, isFilled } from '../pipeline/required-fields.js';
import { useFormats } from '../shared/formats.js';
import { Icon } from '../shared/icon.js';
import { Fact } from './fact.js';
import { useProcessOf } from './use-process-of.js';

/** Where a deal is in its process, what is to be done there, and what the next stage requires. */
export const StageFact = ({ deal }: Readonly<{ deal: Deal }>) => {
  const { t } = useTranslation('deal');
  const { instantDay } = useFormats();
  const stages = useProcessOf(deal)?.stages ?? [];
  const place = stages.findIndex(({ id }) => id === deal.stage);
  const stage = stages[place];
  const next = deal.status === 'Open' && place !== -1 ? stages[place + 1] : undefined;
  return (
    <Fact
      label={t('stage')}
      note={
        <>
          {t('since', { day: instantDay(deal.stageSince) })}
          {stage?.guidance && <Text size="sm">{stage.guidance}</Text>}
          {next !== undefined && next.requires.length > 0 && (
            <div>
              {t('nextRequires', { stage: next.name })}
              <ul className="deal-needs">
                {next.requires.map((field) => (
                  <Need key={field} field={field} filled={isFilled(deal, field)} />
                ))}
              </ul>
            </div>
          )}
        </>
      }
    >
      {stage?.name ?? deal.stage}
    </Fact>
  );
};

const OWN = ['amount', 'expectedCloseOn', 'lines'] as const;

const Need = ({ field, filled }: Readonly<{ field: string; filled: boolean }>) => {
  const { t } = useTranslation('deal');
  const own = OWN.find((name) => name === field);
  const name = field === 'ownerId' ? t('owner') : own === undefined ? asWords(field) : t(own);
  return (
    <li data-filled={filled}>
      <Icon name={filled ? 'check' : 'clock'} size={14} /> {t(filled ? 'isThere' : 'isMissing', { name })}
    </li>
  );
};
