import { Button, Group, Modal, SegmentedControl, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, onceOnly } from '../api/client.js';
import { departurePreview, type Successors } from '../api/control.js';
import { useRepName } from '../api/people.js';
import { useTime } from '../api/time.js';
import { DataTable } from '../shared/data-table.js';
import { useFormats } from '../shared/formats.js';
import { Panel } from '../shared/panel.js';
import { RepChoice } from '../shared/rep-choice.js';
import { Loading, Refusal } from '../shared/states.js';
import { useWrite } from '../shared/use-write.js';
import { TextField, WriteForm } from '../shared/write-form.js';
import { HandoverLines } from './handover-lines.js';
import { completeShares, type NamedShare, twoShares } from './shares.js';
import { SuccessorShares } from './successor-shares.js';

const WAYS = ['team', 'manager', 'person', 'several'] as const;
type Way = (typeof WAYS)[number];

const asText = (named: readonly NamedShare[]): string =>
  named.map(({ ownerId, share }) => `${ownerId}:${share}`).join(',');

/** Lets somebody depart: who takes over, what would go to whom, and then the deed. */
export const DepartureForm = ({ repId, name }: Readonly<{ repId: string; name: string }>) => {
  const { t } = useTranslation('control');
  const { today } = useTime();
  const [on, setOn] = useState(today);
  const [way, setWay] = useState<Way>('team');
  const [person, setPerson] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [shares, setShares] = useState(twoShares);
  const named = way === 'several' ? completeShares(shares) : person === null ? null : [{ ownerId: person, share: 1 }];
  const isByRule = way === 'team' || way === 'manager';
  const query: Successors | null = isByRule ? { rule: way } : named && { successors: asText(named) };
  const preview = useQuery({
    ...departurePreview(repId, query ?? { rule: 'team' }),
    enabled: query !== null,
  });
  const write = useWrite({
    changes: 'rep',
    done: () => t('departure.begun', { name }),
    send: () =>
      api.POST('/api/reps/{id}/depart', {
        params: { path: { id: repId }, header: onceOnly() },
        body: {
          on,
          ...(isByRule ? { rule: way } : { successors: [...(named ?? [])] }),
          ...(reason.trim() !== '' && { reason }),
        },
      }),
  });
  const [asking, setAsking] = useState(false);
  const nobody = preview.data?.successors.length === 0;
  return (
    <Panel title={t('departure.title', { name })}>
      <Text c="dimmed" size="sm">
        {t('departure.hint')}
      </Text>
      <WriteForm
        write={{ ...write, mutate: () => setAsking(true) }}
        submit={t('departure.depart', { name })}
        color="red.9"
        ready={on !== '' && query !== null && preview.data !== undefined && !nobody}
      >
        <div>
          <Text size="sm" fw={500} mb={4}>
            {t('departure.who')}
          </Text>
          <SegmentedControl
            aria-label={t('departure.who')}
            value={way}
            onChange={(value) => setWay(value as Way)}
            data={WAYS.map((value) => ({ value, label: t(`departure.way.${value}`) }))}
          />
        </div>
        {way === 'person' && (
          <RepChoice label={t('departure.successor')} value={person} onChange={setPerson} except={repId} required />
        )}
        {way === 'several' && <SuccessorShares shares={shares} change={setShares} except={repId} />}
        <TextField label={t('departure.on')} type="date" value={on} onChange={setOn} required maw={420} />
        <TextField label={t('departure.reason')} value={reason} onChange={setReason} maw={420} />
        {query !== null && preview.isPending && <Loading lines={2} />}
        <Refusal error={preview.error} />
        {nobody && <Text className="fault">{t('departure.nobody')}</Text>}
        {preview.data && !nobody && <Preview preview={preview.data} />}
      </WriteForm>
      {asking && preview.data && (
        <Sure
          preview={preview.data}
          onNo={() => setAsking(false)}
          onYes={() => {
            setAsking(false);
            write.mutate();
          }}
        />
      )}
    </Panel>
  );
};

type PreviewData = NonNullable<Awaited<ReturnType<NonNullable<ReturnType<typeof departurePreview>['queryFn']>>>>;

type SureProps = Readonly<{ preview: PreviewData; onYes: () => void; onNo: () => void }>;

/** Says once more in numbers what is about to happen. */
const Sure = ({ preview: { successors }, onYes, onNo }: SureProps) => {
  const { t } = useTranslation(['control', 'shared']);
  const { count } = useFormats();
  const nameOf = useRepName();
  const sum = (kind: 'customers' | 'deals' | 'tasks') =>
    count(successors.reduce((total, successor) => total + successor[kind], 0));
  return (
    <Modal opened onClose={onNo} title={t('departure.sure')}>
      <Text mb="md">
        {t('departure.moves', {
          ...{ customers: sum('customers'), deals: sum('deals'), tasks: sum('tasks') },
          names: successors.map(({ ownerId }) => nameOf(ownerId)).join(', '),
        })}
      </Text>
      <Group justify="end">
        <Button variant="default" onClick={onNo} data-autofocus>
          {t('shared:cancel')}
        </Button>
        <Button color="red.9" onClick={onYes}>
          {t('departure.confirm')}
        </Button>
      </Group>
    </Modal>
  );
};

const Preview = ({ preview }: Readonly<{ preview: PreviewData }>) => {
  const { t } = useTranslation('control');
  const { count } = useFormats();
  const nameOf = useRepName();
  return (
    <div>
      <Text fw={600}>{t('departure.preview')}</Text>
      <DataTable
        label={t('departure.preview')}
        rows={preview.successors}
        keyOf={({ ownerId }) => ownerId}
        columns={[
          { head: t('departure.to'), cell: ({ ownerId }) => nameOf(ownerId) },
          { head: t('departure.customers'), figure: true, cell: ({ customers }) => count(customers) },
          { head: t('departure.deals'), figure: true, cell: ({ deals }) => count(deals) },
          { head: t('departure.tasks'), figure: true, cell: ({ tasks }) => count(tasks) },
        ]}
      />
      <HandoverLines lines={preview.lines} />
    </div>
  );
};
