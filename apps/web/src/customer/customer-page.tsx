import './customer.css';
import './customer.texts.js';
import { Badge, Button, Group, Kbd, Text, Title } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMayWriteOf } from '../api/access.js';
import { type Customer, customerById } from '../api/customers.js';
import { useRepName } from '../api/people.js';
import { useMayWrite } from '../api/session.js';
import { useTime } from '../api/time.js';
import { FormDialog } from '../shared/form-dialog.js';
import { Icon, type IconName } from '../shared/icon.js';
import { Panel } from '../shared/panel.js';
import { Failed, Loading } from '../shared/states.js';
import { TimeBar } from '../shared/time-bar.js';
import { type Entry, openEntry } from '../shell/open-entry.js';
import { CustomerDeals } from './customer-deals.js';
import { CustomerFigures } from './customer-figures.js';
import { CustomerPeople } from './customer-people.js';
import { LogMenu } from './log-menu.js';
import { OpenTasks } from './open-tasks.js';
import { ProductsBought } from './products-bought.js';
import { ProfileForm } from './profile-form.js';
import { Timeline } from './timeline.js';

/** All about one customer, on any day. */
export const CustomerPage = () => {
  const { customerId } = useParams({ from: '/customers/$customerId' });
  const { t } = useTranslation('customer');
  const { at, day } = useTime();
  const { data, error, isPending, refetch } = useQuery({
    ...customerById(customerId, at),
    placeholderData: keepPreviousData,
  });
  const first = useQuery(customerById(customerId)).data?.owners[0]?.from.slice(0, 10);
  return (
    <div className="page">
      {data && <Head customer={data} />}
      <TimeBar firstDay={first ?? day ?? '2000-01-01'} />
      {isPending && <Loading />}
      {error && data === undefined && <Failed error={error} retry={() => void refetch()} />}
      {data && (
        <>
          <CustomerFigures customer={data} />
          <div className="customer">
            <div className="customer-main">
              <Panel title={t('tasks')}>
                <OpenTasks of={{ customerId }} />
              </Panel>
              <CustomerDeals customerId={customerId} />
              <Timeline customerId={customerId} />
            </div>
            <div className="customer-side">
              <CustomerPeople customer={data} />
              <ProductsBought customerId={customerId} />
            </div>
          </div>
        </>
      )}
    </div>
  );
};

const Head = ({ customer }: Readonly<{ customer: Customer }>) => {
  const { t } = useTranslation(['customer', 'shared', 'shell']);
  const nameOf = useRepName();
  const mayWrite = useMayWrite();
  const { day } = useTime();
  const { id, name, ownerId, industry, region, source } = customer;
  const open = (kind: Entry['kind']) => () => openEntry({ kind, customerId: id });
  const active = mayWrite && day === null;
  const mayEdit = useMayWriteOf(ownerId) && day === null;
  const [editing, { open: edit, close: stop }] = useDisclosure();
  useHotkeys(
    active
      ? [
          ['c', open('call')],
          ['n', open('note')],
          ['t', open('task')],
          ['m', open('meeting')],
          ['e', open('email')],
          ['d', open('deal')],
        ]
      : [],
  );
  return (
    <div className="page-head">
      <div>
        <Title order={1} size="h2">
          {name}
        </Title>
        <Group gap="xs" mt={4}>
          <Text c="dimmed">{ownerId === null ? t('shared:noOwner') : nameOf(ownerId)}</Text>
          {[industry, region, source].map(
            (value) =>
              value !== null && (
                <Badge key={value} variant="light" tt="none" size="lg" fw={500}>
                  {value}
                </Badge>
              ),
          )}
          {mayEdit && (
            <Button size="compact-sm" variant="subtle" aria-label={t('editProfile', { name })} onClick={edit}>
              {t('edit')}
            </Button>
          )}
        </Group>
      </div>
      {editing && (
        <FormDialog onClose={stop} title={t('editProfile', { name })}>
          <ProfileForm customer={customer} onDone={stop} />
        </FormDialog>
      )}
      {active && (
        <Group gap="xs">
          <KeyButton icon="call" text={t('logCall')} letter="C" press={open('call')} primary />
          <KeyButton icon="note" text={t('takeNote')} letter="N" press={open('note')} />
          <KeyButton icon="task" text={t('shell:palette.task')} letter="T" press={open('task')} />
          <LogMenu about={{ customerId: id }} except={['call', 'note', 'task']} />
          <KeyButton icon="plus" text={t('newDeal')} letter="D" press={open('deal')} />
        </Group>
      )}
    </div>
  );
};

type KeyButtonProps = Readonly<{ icon: IconName; text: string; letter: string; press: () => void; primary?: boolean }>;

/** A button that a key presses as well. */
const KeyButton = ({ icon, text, letter, press, primary = false }: KeyButtonProps) => (
  <Button
    variant={primary ? 'filled' : 'default'}
    leftSection={<Icon name={icon} size={16} />}
    rightSection={
      <Kbd size="xs" aria-hidden visibleFrom="sm">
        {letter}
      </Kbd>
    }
    aria-keyshortcuts={letter.toLowerCase()}
    onClick={press}
  >
    {text}
  </Button>
);
