import './rates.texts.js';
import { Button, Group, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCompany } from '../api/company.js';
import type { AuditEvent } from '../api/control.js';
import { type CurrencyRates, exchangeRates, type RateSet, ratesSet } from '../api/exchange-rates.js';
import { useRepName } from '../api/people.js';
import { useSession } from '../api/session.js';
import { useTime } from '../api/time.js';
import { DataTable } from '../shared/data-table.js';
import { FormDialog } from '../shared/form-dialog.js';
import { useFormats } from '../shared/formats.js';
import { MoreButton } from '../shared/more-button.js';
import { Panel } from '../shared/panel.js';
import { Failed, Loading } from '../shared/states.js';
import { RateForm } from './rate-form.js';
import { holdsOn } from './rate-on.js';

/** What each currency is worth in the company's, from which day on, and who said so. */
export const ExchangeRatesPage = () => (
  <>
    <Rates />
    <RatesSet />
  </>
);

const Rates = () => {
  const { t } = useTranslation('rates');
  const { currency: base } = useCompany();
  const isAdmin = useSession().data?.role === 'admin';
  const [setting, setSetting] = useState<string | null>(null);
  const { data, error, isPending, refetch } = useQuery(exchangeRates);
  return (
    <Panel title={t('title', { base })} tools={isAdmin && <Button onClick={() => setSetting('')}>{t('set')}</Button>}>
      <Text c="dimmed" size="sm">
        {t('hint', { base })}
      </Text>
      {!isAdmin && (
        <Text c="dimmed" size="sm">
          {t('onlyAdmin')}
        </Text>
      )}
      {isPending && <Loading lines={3} />}
      {error && <Failed error={error} retry={() => void refetch()} />}
      {data?.length === 0 && <Text c="dimmed">{t('none', { base })}</Text>}
      {data?.map((rates) => (
        <Currency key={rates.id} rates={rates} onSet={isAdmin ? () => setSetting(rates.currency) : undefined} />
      ))}
      {setting !== null && (
        <FormDialog onClose={() => setSetting(null)} title={t('set')}>
          <RateForm currency={setting} known={data ?? []} onDone={() => setSetting(null)} />
        </FormDialog>
      )}
    </Panel>
  );
};

type CurrencyProps = Readonly<{ rates: CurrencyRates; onSet: (() => void) | undefined }>;

/** The rates of one currency, the latest first; those before the first one, or all that lie ahead, are explained. */
const Currency = ({ rates: { currency, base, rates }, onSet }: CurrencyProps) => {
  const { t } = useTranslation('rates');
  const { day } = useFormats();
  const { today } = useTime();
  const first = rates[0];
  const current = holdsOn(rates, today);
  const title = t('of', { currency });
  return (
    <section className="sheet panel" aria-label={title}>
      <Group justify="space-between">
        <Text fw={600}>{current === null ? currency : t('worth', { currency, rate: current.rate, base })}</Text>
        {onSet && (
          <Button size="compact-sm" variant="default" onClick={onSet} aria-label={t('setFor', { currency })}>
            {t('set')}
          </Button>
        )}
      </Group>
      <DataTable
        label={title}
        rows={[...rates].reverse()}
        keyOf={({ from }) => from}
        pageSize={8}
        minWidth={320}
        columns={[
          { head: t('from'), cell: ({ from }) => day(from) },
          { head: t('rate'), figure: true, cell: ({ rate }) => rate },
          {
            head: t('state'),
            cell: ({ from }) => t(from === current?.from ? 'current' : from > today ? 'ahead' : 'past'),
          },
        ]}
      />
      {first && (
        <Text size="sm" {...(current === null ? { className: 'fault' } : { c: 'dimmed' })}>
          {t(current === null ? 'missingToday' : 'missingBefore', { currency, day: day(first.from) })}
        </Text>
      )}
    </section>
  );
};

/** Each rate as it was set, from the log: the ones that took the place of others too. */
const RatesSet = () => {
  const { t } = useTranslation('rates');
  const { day, instant } = useFormats();
  const nameOf = useRepName();
  const query = useInfiniteQuery(ratesSet);
  const events = query.data?.pages.flatMap(({ items }) => items) ?? [];
  if (events.length === 0) return null;
  const said = ({ data }: AuditEvent) => data as RateSet;
  return (
    <Panel title={t('history')}>
      <DataTable<AuditEvent>
        label={t('history')}
        rows={events}
        keyOf={({ id }) => id}
        pageSize={events.length}
        minWidth={720}
        columns={[
          { head: t('recorded'), cell: ({ recordedAt }) => instant(recordedAt) },
          { head: t('by'), cell: ({ by }) => nameOf(by) },
          { head: t('currency'), cell: (event) => said(event).currency },
          { head: t('from'), cell: (event) => day(said(event).from) },
          { head: t('rate'), figure: true, cell: (event) => said(event).rate },
          { head: t('replaces'), figure: true, cell: (event) => said(event).replaces },
        ]}
      />
      <MoreButton query={query} />
    </Panel>
  );
};
