import { ActionIcon, Button, Group, NumberInput, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { products } from '../api/people.js';
import { useFormats } from '../shared/formats.js';
import { Icon } from '../shared/icon.js';
import { moneyOf } from '../shared/money-text.js';
import { AmountField } from '../shared/write-form.js';
import { ChangeForm } from './change-form.js';
import type { DealFormProps } from './fact-forms.js';
import { useDealWrite } from './use-deal-write.js';

/** A line while it is edited; `key` tells lines apart, and `price` is as it was typed. */
type Line = Readonly<{ key: string; productId: string | null; model: string | null; quantity: number; price: string }>;

const oneMore = (): Line => ({ key: crypto.randomUUID(), productId: null, model: null, quantity: 1, price: '' });

/** What is being sold, line by line; the deal is then worth what they add up to. */
export const LinesForm = ({ deal, onDone }: DealFormProps) => {
  const { t } = useTranslation(['deal', 'shared']);
  const { money, major } = useFormats();
  const { currency } = deal.amount;
  const [lines, setLines] = useState<readonly Line[]>(() =>
    deal.lines.length === 0
      ? [oneMore()]
      : deal.lines.map(({ price, ...line }) => ({ ...oneMore(), ...line, price: String(major(price)) })),
  );
  const given = lines.flatMap(({ productId, model, quantity, price }) => {
    const each = moneyOf(price, currency);
    if (productId === null || each === null) return [];
    return [{ productId, quantity, price: each, ...(model !== null && { model }) }];
  });
  const write = useDealWrite(deal, {
    done: t('changedTo', { fact: t('lines'), name: deal.name }),
    onDone,
    send: (params) => api.POST('/api/deals/{id}/lines', { params, body: { lines: given } }),
  });
  const set = (key: string, to: Partial<Line>) =>
    setLines(lines.map((each) => (each.key === key ? { ...each, ...to } : each)));
  return (
    <ChangeForm
      write={write}
      submit={t('shared:save')}
      ready={given.length === lines.length}
      now={money(deal.amount)}
      cancel={onDone}
    >
      {lines.map((line, place) => (
        <LineFields
          key={line.key}
          line={line}
          number={place + 1}
          currency={currency}
          set={(to) => set(line.key, to)}
          remove={() => setLines(lines.filter(({ key }) => key !== line.key))}
        />
      ))}
      <Button size="compact-sm" variant="default" onClick={() => setLines([...lines, oneMore()])}>
        {t('lineAdd')}
      </Button>
    </ChangeForm>
  );
};

type LineFieldsProps = Readonly<{
  line: Line;
  number: number;
  currency: string;
  set: (to: Partial<Line>) => void;
  remove: () => void;
}>;

const LineFields = ({ line, number, currency, set, remove }: LineFieldsProps) => {
  const { t } = useTranslation('deal');
  const { major } = useFormats();
  const { data: sold = [] } = useQuery(products);
  const models = sold.find(({ id }) => id === line.productId)?.models ?? [];
  const choose = (model: string | null) => {
    const price = models.find(({ id }) => id === model)?.price;
    set({ model, ...(price?.currency === currency && line.price === '' && { price: String(major(price)) }) });
  };
  return (
    <fieldset className="deal-line">
      <legend>{t('lineNumber', { number })}</legend>
      <Group gap="xs" align="start" grow>
        <Select
          label={t('product')}
          data={sold.map(({ id, name }) => ({ value: id, label: name }))}
          value={line.productId}
          onChange={(productId) => set({ productId, model: null })}
          // The line begins here, and its list would lie over the rest of it.
          openOnFocus={false}
          searchable
          required
        />
        {models.length > 0 && (
          <Select
            label={t('model')}
            data={models.map(({ id, name }) => ({ value: id, label: name }))}
            value={line.model}
            onChange={choose}
            clearable
          />
        )}
      </Group>
      <Group gap="xs" align="start" wrap="nowrap">
        <NumberInput
          label={t('quantity')}
          value={line.quantity}
          onChange={(value) => set({ quantity: typeof value === 'number' ? value : 1 })}
          min={1}
          allowDecimal={false}
          w={100}
        />
        <AmountField
          label={t('price', { currency })}
          currency={currency}
          value={line.price}
          onChange={(price) => set({ price })}
          required
        />
        <ActionIcon variant="subtle" size={36} mt={25} aria-label={t('lineRemove', { number })} onClick={remove}>
          <Icon name="close" size={16} />
        </ActionIcon>
      </Group>
    </fieldset>
  );
};
