import { type Answer, api } from '../api/client.js';
import { moneyOf } from '../shared/money-text.js';

type Deal = Answer<'/api/deals/{id}'>;
type Header = Readonly<{ 'Idempotency-Key': string }>;

const paramsOf = (id: string, header: Header) => ({ path: { id }, header });

/** Fields that have a command of their own: they are set by it before the deal advances. */
export const ownFields = {
  amount: (id: string, value: string, currency: string, header: Header) =>
    api.POST('/api/deals/{id}/amount', {
      params: paramsOf(id, header),
      body: { amount: moneyOf(value, currency) ?? { amount: 0, currency } },
    }),
  expectedCloseOn: (id: string, value: string, _currency: string, header: Header) =>
    api.POST('/api/deals/{id}/reschedule', { params: paramsOf(id, header), body: { expectedCloseOn: value } }),
  ownerId: (id: string, value: string, _currency: string, header: Header) =>
    api.POST('/api/deals/{id}/reassign', { params: paramsOf(id, header), body: { ownerId: value } }),
};

export type OwnField = keyof typeof ownFields;

/** Whether what was typed can be sent. */
export const isGiven = (field: string, value: string, currency: string): boolean =>
  field === 'amount' ? moneyOf(value, currency) !== null : value.trim() !== '';

/** Whether the form need not ask for a field; the server decides whether the deal may advance. */
export const isFilled = ({ amount, expectedCloseOn, ownerId, lines, fields }: Deal, field: string): boolean => {
  switch (field) {
    case 'amount':
      return amount.amount > 0;
    case 'expectedCloseOn':
      return expectedCloseOn !== null;
    case 'ownerId':
      return ownerId !== null;
    case 'lines':
      return lines.length > 0;
    default:
      return String(fields[field] ?? '').trim() !== '';
  }
};

/** Fields are named by the company, in its process: `decisionMaker` reads `Decision maker`. */
export const asWords = (field: string): string => {
  const words = field.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};
