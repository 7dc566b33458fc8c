import { Text, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { dealsOf } from '../api/customers.js';
import { products } from '../api/people.js';
import { useTime } from '../api/time.js';
import { useFormats } from '../shared/formats.js';

/** What a customer has bought: the lines of the deals that were won. */
export const ProductsBought = ({ customerId }: Readonly<{ customerId: string }>) => {
  const { t } = useTranslation('customer');
  const { at } = useTime();
  const { money, day, count } = useFormats();
  const { data } = useQuery({ ...dealsOf(customerId, at), placeholderData: keepPreviousData });
  const { data: sold = [] } = useQuery(products);
  const productName = (id: string) => sold.find((product) => product.id === id)?.name ?? id;
  const bought = (data ?? [])
    .filter(({ status }) => status === 'Won')
    .flatMap(({ id, lines, signedOn }) => lines.map((line, place) => ({ key: `${id} ${place}`, signedOn, ...line })));
  return (
    <section className="sheet panel">
      <Title order={2} size="h5">
        {t('products')}
      </Title>
      {data !== undefined && bought.length === 0 && <Text c="dimmed">{t('noProducts')}</Text>}
      <ul className="plain-list">
        {bought.map(({ key, productId, model, quantity, amount, signedOn }) => (
          <li key={key}>
            <span>
              {count(quantity)} × {productName(productId)}
              {model !== null && ` ${model}`}
            </span>
            <Text span c="dimmed" size="sm">
              {money(amount)}
              {signedOn !== null && ` · ${day(signedOn)}`}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
};
