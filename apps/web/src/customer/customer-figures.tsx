import { useTranslation } from 'react-i18next';
import type { Customer } from '../api/customers.js';
import { useRepName } from '../api/people.js';
import { useFormats } from '../shared/formats.js';
import { Tile } from '../shared/tile.js';

/** Deals by how they stand, the last contact and what is planned next. */
export const CustomerFigures = ({ customer }: Readonly<{ customer: Customer }>) => {
  const { t } = useTranslation('customer');
  const { money, count, instant, day } = useFormats();
  const nameOf = useRepName();
  const { deals, lastActivity, nextTask } = customer;
  return (
    <section className="tiles" aria-label={t('figures')}>
      {(['open', 'won', 'lost'] as const).map((status) => (
        <Tile
          key={status}
          label={t(status)}
          value={money(deals[status].amount)}
          note={t('dealCount', { count: deals[status].deals, deals: count(deals[status].deals) })}
        />
      ))}
      <Tile
        label={t('lastContact')}
        value={lastActivity ? instant(lastActivity.at) : t('never')}
        note={lastActivity ? [lastActivity.subject, nameOf(lastActivity.repId)].filter(Boolean).join(' · ') : ''}
      />
      <Tile
        label={t('nextTask')}
        value={nextTask ? (nextTask.subject ?? nameOf(nextTask.repId)) : t('noTask')}
        note={nextTask?.dueOn ? t('dueOn', { day: day(nextTask.dueOn) }) : ''}
      />
    </section>
  );
};
