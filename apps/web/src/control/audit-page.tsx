import { Alert, Button, Code, Group, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.js';
import { type AuditEvent, type AuditSought, auditLog } from '../api/control.js';
import { useRepName } from '../api/people.js';
import { DataTable } from '../shared/data-table.js';
import { useFormats } from '../shared/formats.js';
import { Icon } from '../shared/icon.js';
import { MoreButton } from '../shared/more-button.js';
import { Panel } from '../shared/panel.js';
import { RecordLink } from '../shared/record-link.js';
import { RepChoice } from '../shared/rep-choice.js';
import { Failed, Loading, Refusal } from '../shared/states.js';
import { TextField } from '../shared/write-form.js';

const SEARCH_AFTER_MS = 300;
const ANYTHING: AuditSought = { actor: '', type: '', from: '', to: '' };

/** Who did what when, and whether nobody tampered with it. */
export const AuditPage = () => (
  <>
    <Verify />
    <Search />
  </>
);

const Verify = () => {
  const { t } = useTranslation('control');
  const { count } = useFormats();
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: () => answered(api.GET('/api/audit/verify', { params: { query: {} } })),
  });
  return (
    <Panel
      title={t('verify.title')}
      tools={
        <Button variant="default" loading={isPending} onClick={() => mutate()}>
          {t('verify.run')}
        </Button>
      }
    >
      <Text c="dimmed" size="sm">
        {t('verify.hint')}
      </Text>
      <Refusal error={error} />
      {data && (
        <Alert
          role="status"
          color={data.valid ? 'teal' : 'red'}
          icon={<Icon name={data.valid ? 'check' : 'warning'} />}
          title={t(data.valid ? 'verify.valid' : 'verify.broken', { events: count(data.events) })}
        >
          {data.head !== null && <Code style={{ overflowWrap: 'anywhere' }}>{data.head}</Code>}
          {data.brokenAt && <pre className="event-data">{JSON.stringify(data.brokenAt, null, 2)}</pre>}
        </Alert>
      )}
    </Panel>
  );
};

const Search = () => {
  const { t } = useTranslation('control');
  const { instant } = useFormats();
  const nameOf = useRepName();
  const [sought, setSought] = useState(ANYTHING);
  const [settled] = useDebouncedValue(sought, SEARCH_AFTER_MS);
  const query = useInfiniteQuery({ ...auditLog(settled), placeholderData: keepPreviousData });
  const events = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const set = (field: keyof AuditSought) => (value: string | null) => setSought({ ...sought, [field]: value ?? '' });
  return (
    <Panel title={t('audit.title')}>
      <Group align="end" gap="sm">
        <RepChoice label={t('audit.actor')} value={sought.actor || null} onChange={set('actor')} />
        <TextField
          label={t('audit.type')}
          placeholder={t('audit.typeHint')}
          value={sought.type}
          onChange={set('type')}
        />
        <TextField label={t('audit.from')} type="date" value={sought.from} onChange={set('from')} />
        <TextField label={t('audit.to')} type="date" value={sought.to} onChange={set('to')} />
      </Group>
      {query.isPending && <Loading />}
      {query.error && <Failed error={query.error} retry={() => void query.refetch()} />}
      {query.data && events.length === 0 && <Text c="dimmed">{t('audit.none')}</Text>}
      {events.length > 0 && (
        <DataTable<AuditEvent>
          label={t('audit.title')}
          rows={events}
          keyOf={({ id }) => id}
          pageSize={events.length}
          minWidth={860}
          columns={[
            { head: t('audit.position'), figure: true, cell: ({ position }) => position },
            { head: t('audit.event'), cell: (event) => <EventOf event={event} /> },
            { head: t('audit.record'), cell: (event) => <RecordOf event={event} /> },
            {
              head: t('audit.by'),
              cell: ({ by, onBehalfOf, source }) =>
                [nameOf(by), onBehalfOf && `(${nameOf(onBehalfOf)})`, `· ${source}`].filter(Boolean).join(' '),
            },
            { head: t('audit.at'), cell: ({ at }) => instant(at) },
            { head: t('audit.recorded'), cell: ({ recordedAt }) => instant(recordedAt) },
          ]}
        />
      )}
      <MoreButton query={query} />
    </Panel>
  );
};

const NAMED = ['customer', 'deal', 'rep'] as const;

/** What an event is about, and which of its events it is. */
const RecordOf = ({ event: { stream, revision } }: Readonly<{ event: AuditEvent }>) => {
  const { t } = useTranslation('control');
  const kind = NAMED.find((name) => stream.startsWith(`${name}-`));
  return (
    <>
      {kind === undefined ? (
        stream
      ) : (
        <>
          {t(`audit.kind.${kind}`)} <RecordLink kind={kind} id={stream.slice(kind.length + 1)} />
        </>
      )}
      {' · '}
      {t('audit.nth', { number: Number(revision) + 1 })}
    </>
  );
};

/** The type of an event, which opens what it says. */
const EventOf = ({ event }: Readonly<{ event: AuditEvent }>) => {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button size="compact-sm" variant="subtle" aria-expanded={opened} onClick={() => setOpened(!opened)}>
        {event.type}
      </Button>
      {opened && <pre className="event-data">{JSON.stringify(event.data, null, 2)}</pre>}
    </>
  );
};
