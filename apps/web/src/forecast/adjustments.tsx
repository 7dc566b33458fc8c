import { Button, Modal, Select, Table, Text, Textarea, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, onceOnly } from '../api/client.js';
import { useCompany } from '../api/company.js';
import { adjustments } from '../api/forecasts.js';
import { useRepName, useTeamName } from '../api/people.js';
import { useMayWrite } from '../api/session.js';
import { useTime } from '../api/time.js';
import { useFormats } from '../shared/formats.js';
import { moneyOf } from '../shared/money-text.js';
import { RepChoice } from '../shared/rep-choice.js';
import { Failed, Loading } from '../shared/states.js';
import { useWrite } from '../shared/use-write.js';
import { AmountField, WriteForm } from '../shared/write-form.js';

const UP_TO = ['commit', 'bestCase', 'pipeline'] as const;
type UpTo = (typeof UP_TO)[number];

/** What people called beside what the deals say, adjusted in place. */
export const Adjustments = ({ period }: Readonly<{ period: string }>) => {
  const { t } = useTranslation(['forecast', 'shared']);
  const { at, day } = useTime();
  const { money, instant } = useFormats();
  const repName = useRepName();
  const teamName = useTeamName();
  const mayWrite = useMayWrite();
  const [adjusting, setAdjusting] = useState(false);
  const { data, error, isPending, refetch } = useQuery(adjustments(period, at));
  return (
    <section className="sheet panel" aria-label={t('adjustments', { period })}>
      <div className="page-head">
        <Title order={2} size="h5">
          {t('adjustments', { period })}
        </Title>
        {mayWrite && day === null && (
          <Button size="compact-md" onClick={() => setAdjusting(true)}>
            {t('adjust')}
          </Button>
        )}
      </div>
      {isPending && <Loading lines={2} />}
      {error && <Failed error={error} retry={() => void refetch()} />}
      {data?.length === 0 && <Text c="dimmed">{t('noAdjustments')}</Text>}
      {data !== undefined && data.length > 0 && (
        <Table.ScrollContainer minWidth={520}>
          <Table verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('whose')}</Table.Th>
                <Table.Th>{t('upTo')}</Table.Th>
                <Table.Th ta="right">{t('amountHead')}</Table.Th>
                <Table.Th>{t('note')}</Table.Th>
                <Table.Th>{t('said')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.map((item) => (
                <Table.Tr key={item.id}>
                  <Table.Td>{'ownerId' in item ? repName(item.ownerId) : teamName(item.teamId)}</Table.Td>
                  <Table.Td>{t(`category.${item.category}`)}</Table.Td>
                  <Table.Td ta="right" className="figure">
                    {item.amount === null ? t('takenBack') : money(item.amount)}
                  </Table.Td>
                  <Table.Td>{item.note}</Table.Td>
                  <Table.Td>
                    {repName(item.by)} · {instant(item.at)}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <Modal opened={adjusting} onClose={() => setAdjusting(false)} title={t('adjustTitle', { period })}>
        <AdjustForm period={period} onDone={() => setAdjusting(false)} />
      </Modal>
    </section>
  );
};

const AdjustForm = ({ period, onDone }: Readonly<{ period: string; onDone: () => void }>) => {
  const { t } = useTranslation('forecast');
  const { currency } = useCompany();
  const [owner, setOwner] = useState<string | null>(null);
  const [category, setCategory] = useState<UpTo>('commit');
  const [text, setText] = useState('');
  const [note, setNote] = useState('');
  const amount = moneyOf(text, currency);
  const write = useWrite({
    changes: 'forecast-adjustment',
    done: () => t('adjusted', { period }),
    onDone,
    send: () =>
      api.POST('/api/forecasts/{period}/adjust', {
        params: { path: { period }, header: onceOnly() },
        body: { ownerId: owner ?? '', category, amount, ...(note.trim() !== '' && { note }) },
      }),
  });
  return (
    <WriteForm write={write} submit={t('adjust')} ready={owner !== null && amount !== null}>
      <Text size="sm" c="dimmed">
        {t('adjustHint')}
      </Text>
      <RepChoice label={t('whose')} value={owner} onChange={setOwner} required />
      <Select
        label={t('upTo')}
        description={t('upToHint')}
        value={category}
        onChange={(value) => setCategory((value ?? 'commit') as UpTo)}
        data={UP_TO.map((value) => ({ value, label: t(`category.${value}`) }))}
        allowDeselect={false}
      />
      <AmountField label={t('amount', { currency })} currency={currency} value={text} onChange={setText} required />
      <Textarea
        label={t('note')}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
        autosize
        minRows={2}
      />
    </WriteForm>
  );
};
