import { Alert, Badge, Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMayWriteOf } from '../api/access.js';
import { customerById } from '../api/customers.js';
import type { Deal } from '../api/deals.js';
import { useTime } from '../api/time.js';
import { useFormats } from '../shared/formats.js';
import { Icon } from '../shared/icon.js';
import { DealActions } from './deal-actions.js';
import { DealFacts } from './deal-facts.js';
import { DealHistory } from './deal-history.js';
import { DealWork } from './deal-work.js';
import { EditingProvider } from './editing.js';

type DealPanelProps = Readonly<{ deal: Deal; onEditing: (isEditing: boolean) => void }>;

/** What a deal is and was, and what can be done with it by those who may, while it is now that is shown. */
export const DealPanel = ({ deal, onEditing }: DealPanelProps) => {
  const { day } = useTime();
  const mayWrite = useMayWriteOf(deal.ownerId);
  return (
    <EditingProvider mayWrite={mayWrite && day === null} onEditing={onEditing}>
      <div className="deal">
        <PastNote />
        <Head deal={deal} />
        <DealActions deal={deal} />
        <DealFacts deal={deal} />
        <DealWork deal={deal} />
        <DealHistory deal={deal} />
      </div>
    </EditingProvider>
  );
};

const Head = ({ deal: { customerId, status } }: Readonly<{ deal: Deal }>) => {
  const { t } = useTranslation('customer');
  const { at } = useTime();
  const { data: customer } = useQuery(customerById(customerId, at));
  return (
    <Group justify="space-between" gap="xs">
      <Link to="/customers/$customerId" params={{ customerId }} className="deal-customer">
        <Icon name="building" size={16} /> {customer?.name ?? customerId}
      </Link>
      <Badge variant="light" tt="none" className={`status status-${status}`}>
        {t(`status.${status}`)}
      </Badge>
    </Group>
  );
};

const PastNote = () => {
  const { t } = useTranslation();
  const { day: sayDay } = useFormats();
  const { day, travel } = useTime();
  if (day === null) return null;
  return (
    <Alert icon={<Icon name="clock" />} role="status">
      <Group justify="space-between">
        <Text size="sm">{t('time.past', { day: sayDay(day) })}</Text>
        <Button size="compact-sm" variant="default" onClick={() => travel({})}>
          {t('time.backToNow')}
        </Button>
      </Group>
    </Alert>
  );
};
