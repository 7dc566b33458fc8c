import { Group, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, onceOnly } from '../api/client.js';
import { useCompany } from '../api/company.js';
import { processes } from '../api/people.js';
import { CustomerChoice } from '../shared/customer-choice.js';
import { moneyOf } from '../shared/money-text.js';
import { RepChoice, useLikelyRep } from '../shared/rep-choice.js';
import { useWrite } from '../shared/use-write.js';
import { AmountField, TextField, WriteForm } from '../shared/write-form.js';
import type { AboutProps } from './about.js';

export const DealForm = ({ customerId, onDone }: AboutProps) => {
  const { t } = useTranslation('shell');
  const { currency } = useCompany();
  const { data: known = [] } = useQuery(processes);
  const [customer, setCustomer] = useState(customerId ?? null);
  const [name, setName] = useState('');
  const [amount, setAmount] = useState('');
  const [closeOn, setCloseOn] = useState('');
  const [chosenProcess, setProcess] = useState<string | null>(null);
  const [chosenOwner, setOwner] = useState<string | null>(null);
  const likely = useLikelyRep(customer);
  const owner = chosenOwner ?? likely;
  const processId = chosenProcess ?? known[0]?.id ?? null;
  const money = moneyOf(amount, currency);

  const write = useWrite({
    changes: 'deal',
    done: () => t('entry.added', { name }),
    onDone,
    send: () =>
      api.POST('/api/deals', {
        params: { header: onceOnly() },
        body: {
          name,
          customerId: customer ?? '',
          amount: money ?? { amount: 0, currency },
          ...(processId !== null && { processId }),
          ...(owner !== null && { ownerId: owner }),
          ...(closeOn !== '' && { expectedCloseOn: closeOn }),
        },
      }),
  });
  return (
    <WriteForm
      write={write}
      submit={t('palette.deal')}
      ready={money !== null && customer !== null && name.trim() !== ''}
    >
      <TextField label={t('entry.dealName')} value={name} onChange={setName} required data-autofocus />
      {customerId === undefined && (
        <CustomerChoice label={t('entry.customer')} value={customer} onChange={setCustomer} />
      )}
      <Group grow align="start">
        <AmountField
          label={t('entry.amount', { currency })}
          currency={currency}
          value={amount}
          onChange={setAmount}
          required
        />
        <TextField label={t('entry.expectedCloseOn')} type="date" value={closeOn} onChange={setCloseOn} />
      </Group>
      <Group grow align="start">
        <RepChoice label={t('entry.owner')} value={owner} onChange={setOwner} />
        {known.length > 1 && (
          <Select
            label={t('entry.process')}
            data={known.map(({ id, name: label }) => ({ value: id, label }))}
            value={processId}
            onChange={setProcess}
            allowDeselect={false}
          />
        )}
      </Group>
    </WriteForm>
  );
};
