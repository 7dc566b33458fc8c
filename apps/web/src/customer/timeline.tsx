import { SegmentedControl, Text, Title, UnstyledButton } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { type Subject, timelineOf } from '../api/customers.js';
import { useTime } from '../api/time.js';
import { useFormats } from '../shared/formats.js';
import { Icon, type IconName } from '../shared/icon.js';
import { MoreButton } from '../shared/more-button.js';
import { Failed, Loading } from '../shared/states.js';
import { useLanguage } from '../texts/languages.js';

type Item = Schemas['TimelineItem'];

const SUBJECTS = ['all', 'deal', 'activity', 'customer'] as const;

const ICONS: Readonly<Partial<Record<Item['type'], IconName>>> = {
  CallLogged: 'call',
  EmailLogged: 'mail',
  MeetingLogged: 'team',
  NoteTaken: 'note',
  TaskAdded: 'task',
  TaskCompleted: 'task',
  TaskReassigned: 'task',
  DealWon: 'check',
  DealLost: 'close',
};

const iconOf = (type: Item['type']): IconName => ICONS[type] ?? (type.startsWith('Deal') ? 'board' : 'building');

/** What happened to a customer, newest first; each line opens its event. */
export const Timeline = ({ customerId }: Readonly<{ customerId: string }>) => {
  const { t } = useTranslation('customer');
  const { at } = useTime();
  const { language } = useLanguage();
  const [about, setAbout] = useState<Subject | null>(null);
  const query = useInfiniteQuery({
    ...timelineOf({ id: customerId, at, about, language }),
    placeholderData: keepPreviousData,
  });
  const { data, error, isPending, refetch } = query;
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="sheet panel timeline" aria-label={t('timeline')}>
      <div className="page-head">
        <Title order={2} size="h5">
          {t('timeline')}
        </Title>
        <SegmentedControl
          aria-label={t('filter')}
          size="xs"
          value={about ?? 'all'}
          onChange={(value) => setAbout(value === 'all' ? null : (value as Subject))}
          data={SUBJECTS.map((value) => ({ value, label: t(`about.${value}`) }))}
        />
      </div>
      {isPending && <Loading />}
      {error && data === undefined && <Failed error={error} retry={() => void refetch()} />}
      {data && items.length === 0 && <Text c="dimmed">{t('nothing')}</Text>}
      <ol className="plain-list">
        {items.map((item) => (
          <TimelineLine key={item.position} item={item} />
        ))}
      </ol>
      <MoreButton query={query} />
    </section>
  );
};

/** What happened, by whom, since when it was true, and when it was recorded where that was another day. */
export const TimelineLine = ({ item }: Readonly<{ item: Item }>) => {
  const { t } = useTranslation('customer');
  const { instant, instantDay } = useFormats();
  const [opened, setOpened] = useState(false);
  const { at, by, recordedAt, text, type } = item;
  const recordedLater = instantDay(at) !== instantDay(recordedAt);
  return (
    <li className="timeline-line">
      <UnstyledButton className="timeline-button" aria-expanded={opened} onClick={() => setOpened(!opened)}>
        <span className="timeline-icon">
          <Icon name={iconOf(type)} size={16} />
        </span>
        <span className="timeline-text">{text}</span>
        <Text span c="dimmed" size="sm" className="timeline-when">
          {by.name} · {instant(at)}
          {recordedLater && ` · ${t('recordedOn', { day: instantDay(recordedAt) })}`}
        </Text>
      </UnstyledButton>
      {opened && <EventDetails item={item} />}
    </li>
  );
};

const EventDetails = ({ item }: Readonly<{ item: Item }>) => {
  const { t } = useTranslation('customer');
  const { instant } = useFormats();
  const { at, recordedAt, by, onBehalfOf, type, stream, revision, position } = item;
  const rows = [
    [t('event.by'), `${by.name} (${by.id})`],
    ...(onBehalfOf ? [[t('event.onBehalfOf'), `${onBehalfOf.name} (${onBehalfOf.id})`]] : []),
    [t('event.at'), instant(at)],
    [t('event.recordedAt'), instant(recordedAt)],
    [t('event.type'), type],
    [t('event.place'), `${stream} @ ${revision}`],
    [t('event.position'), position],
  ];
  return (
    <dl className="event-details">
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
};
