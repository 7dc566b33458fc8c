import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, onceOnly } from '../api/client.js';
import { useCompany } from '../api/company.js';
import type { CurrencyRates } from '../api/exchange-rates.js';
import { useTime } from '../api/time.js';
import { useFormats } from '../shared/formats.js';
import { useWrite } from '../shared/use-write.js';
import { TextField, WriteForm } from '../shared/write-form.js';

type RateFormProps = Readonly<{ currency: string; known: readonly CurrencyRates[]; onDone: () => void }>;

const CURRENCY = /^[A-Z]{3}$/;
const RATE = /^\d{1,12}(\.\d{1,12})?$/;

/** Sets what a currency is worth from a day on; says so when it takes the place of another rate. */
export const RateForm = ({ currency: given, known, onDone }: RateFormProps) => {
  const { t } = useTranslation('rates');
  const { currency: base } = useCompany();
  const { today } = useTime();
  const { day } = useFormats();
  const [typed, setTyped] = useState(given);
  const [rate, setRate] = useState('');
  const [from, setFrom] = useState(today);
  const currency = typed.trim().toUpperCase();
  const isRate = RATE.test(rate.trim());
  const replaced = known.find((rates) => rates.currency === currency)?.rates.find((other) => other.from === from);
  const write = useWrite({
    changes: 'exchange_rate',
    done: () => t('isSet', { currency, day: day(from) }),
    onDone,
    send: () =>
      api.POST('/api/exchange-rates', {
        params: { header: onceOnly() },
        body: { currency, rate: rate.trim(), from },
      }),
  });
  return (
    <WriteForm write={write} submit={t('set')} ready={CURRENCY.test(currency) && isRate && from !== ''}>
      <TextField
        label={t('currency')}
        description={t('currencyHint')}
        value={typed}
        onChange={setTyped}
        maxLength={3}
        required
        data-autofocus
      />
      <TextField
        label={t('rateIn', { base })}
        description={t('rateHint', { currency: CURRENCY.test(currency) ? currency : '…', base })}
        value={rate}
        onChange={setRate}
        inputMode="decimal"
        error={rate !== '' && !isRate && t('noRate')}
        required
      />
      <TextField label={t('from')} type="date" value={from} onChange={setFrom} required />
      {replaced && <Text size="sm">{t('willReplace', { rate: replaced.rate, day: day(from) })}</Text>}
    </WriteForm>
  );
};
