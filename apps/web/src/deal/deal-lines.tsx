import { useTranslation } from 'react-i18next';
import type { Deal } from '../api/deals.js';
import { useFormats } from '../shared/formats.js';
import { useGroupName } from '../shared/group-name.js';

/** What is being sold, line by line. */
export const DealLines = ({ lines }: Readonly<{ lines: Deal['lines'] }>) => {
  const { t } = useTranslation('deal');
  const { money, count } = useFormats();
  const productName = useGroupName('product');
  const modelName = useGroupName('model');
  if (lines.length === 0) return t('noLines');
  return (
    <ul className="plain-list deal-lines">
      {lines.map(({ productId, model, quantity, price, amount }, place) => (
        <li key={place}>
          <span>{model === null ? productName(productId) : modelName(`${productId}/${model}`)}</span>
          <span className="figure">
            {t('lineOf', { quantity: count(quantity), price: money(price), amount: money(amount) })}
          </span>
        </li>
      ))}
    </ul>
  );
};
