import { Alert } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { customersAlike, type DuplicateMatch, type Typed } from '../api/customers.js';
import { Icon } from './icon.js';

const ASK_AFTER_MS = 300;

/** Warns of customers who are there already and likely the same as the one being typed, each with the way to it. */
export const LikelyDuplicates = ({ typed, onLeave }: Readonly<{ typed: Typed; onLeave: () => void }>) => {
  const { t } = useTranslation('shared');
  const [asked] = useDebouncedValue(typed, ASK_AFTER_MS, { leading: false });
  const isBlank = Object.values(asked).every((text) => text.trim() === '');
  const { data: found = [] } = useQuery({
    ...customersAlike(asked),
    enabled: !isBlank,
    placeholderData: keepPreviousData,
  });
  if (isBlank || found.length === 0) return null;
  return (
    <Alert color="yellow" role="status" icon={<Icon name="warning" />} title={t('duplicates.title')}>
      <ul className="plain-list">
        {found.map(({ id, name, matches }) => (
          <li key={id}>
            <Link
              to="/customers/$customerId"
              params={{ customerId: id }}
              className="quiet-link"
              onClick={() => onLeave()}
            >
              {name}
            </Link>
            <Matches matches={matches} />
          </li>
        ))}
      </ul>
    </Alert>
  );
};

/** In what two are alike. */
export const Matches = ({ matches }: Readonly<{ matches: readonly DuplicateMatch[] }>) => {
  const { t } = useTranslation('shared');
  return <span>{matches.map(({ field, value }) => t(`duplicates.${field}`, { value })).join(', ')}</span>;
};
