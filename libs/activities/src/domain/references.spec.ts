import { describe, expect, it } from 'vitest';
import { refuseReferences } from './references.js';

const about = { repId: 'ann', customerId: 'acme', dealId: 'd1' };
const all = { rep: {}, customer: {}, deal: { isOfCustomer: true } };

describe('what an activity names', () => {
  it('is on record', () => {
    expect(refuseReferences(about, all)).toBeNull();
    expect(refuseReferences(about, { ...all, rep: null })).toMatchObject({ rejected: 'RepUnknown' });
    expect(refuseReferences(about, { ...all, customer: null })).toMatchObject({ rejected: 'CustomerUnknown' });
    expect(refuseReferences(about, { ...all, deal: null })).toMatchObject({ rejected: 'DealUnknown' });
    expect(
      refuseReferences({ ...about, customerId: null, dealId: null }, { rep: {}, customer: null, deal: null }),
    ).toBe(null);
  });

  it('is a deal of that customer, where both are named', () => {
    const another = { ...all, deal: { isOfCustomer: false } };
    expect(refuseReferences(about, another)).toMatchObject({ rejected: 'DealOfAnotherCustomer' });
    expect(refuseReferences({ ...about, customerId: null }, { ...another, customer: null })).toBeNull();
  });
});
