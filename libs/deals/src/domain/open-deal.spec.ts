import { describe, it } from 'vitest';
import { given } from '#testing/given.js';
import type { DealAdvanced, DealOpened } from './deal.events.js';
import { dealDecider } from './deal.state.js';
import type { DealProcess } from './deal-process.js';
import { type OpenDeal, openDeal } from './open-deal.js';

const direct: DealProcess = {
  id: 'direct',
  stages: [
    { id: 'prospecting', name: 'Prospecting', requires: [] },
    { id: 'engaging', name: 'Engaging', requires: ['budget', 'expectedCloseOn'] },
  ],
  rules: { allowSkip: false, allowBack: false },
};
const usd = (amount: number) => ({ amount, currency: 'USD' });
const ada = { departure: null };
const leaver = { departure: { on: '2017-01-31' } };

const open: OpenDeal = { dealId: 'd1', name: '50 GTX Pro', customerId: 'c1', amount: usd(100_00) };
const data: DealOpened['data'] = {
  dealId: 'd1',
  customerId: 'c1',
  processId: 'direct',
  name: '50 GTX Pro',
  stage: 'prospecting',
  amount: usd(100_00),
  lines: [],
  ownerId: null,
  expectedCloseOn: null,
  fields: {},
};
const opened: DealOpened = { type: 'DealOpened', data };
const advanced: DealAdvanced = {
  type: 'DealAdvanced',
  data: { dealId: 'd1', customerId: 'c1', from: 'prospecting', to: 'engaging', fields: {} },
};

const deal = given(dealDecider);
const opening = (command: Partial<OpenDeal>) => deal().when(openDeal, { ...open, ...command }, direct, null);

describe('opening a deal', () => {
  it('starts in the first stage of the process', () => {
    opening({}).then(opened);
  });

  it('starts in a later stage when it is known late, with what that stage requires', () => {
    const late = { stage: 'engaging', expectedCloseOn: '2017-05-01', requires: { budget: true } };
    opening(late).then({
      type: 'DealOpened',
      data: { ...data, stage: 'engaging', expectedCloseOn: '2017-05-01', fields: { budget: true } },
    });
    opening({ ...late, requires: {} }).thenRejected('RequiredFieldMissing', 'Engaging requires budget');
    opening({ stage: 'engaging' }).thenRejected('RequiredFieldMissing', 'Engaging requires budget, expectedCloseOn');
  });

  it('is worth what its lines add up to', () => {
    const pro = { productId: 'gtx', model: 'pro', quantity: 3, price: usd(20_00) };
    const mg = { productId: 'mg', quantity: 1, price: usd(5_00) };
    opening({ amount: null, lines: [pro, mg] }).then({
      type: 'DealOpened',
      data: {
        ...data,
        amount: usd(65_00),
        lines: [
          { ...pro, amount: usd(60_00) },
          { ...mg, model: null, amount: usd(5_00) },
        ],
      },
    });
  });

  it('gives each line its share of an amount that was agreed on for all', () => {
    const pro = { productId: 'gtx', model: 'pro', quantity: 3, price: usd(20_00) };
    const mg = { productId: 'mg', model: null, quantity: 1, price: usd(5_00) };
    opening({ amount: usd(50_00), lines: [pro, mg] }).then({
      type: 'DealOpened',
      data: {
        ...data,
        amount: usd(50_00),
        lines: [
          { ...pro, amount: usd(46_15) },
          { ...mg, amount: usd(3_85) },
        ],
      },
    });
  });

  it('goes to a rep who is there', () => {
    const owned = { ...open, ownerId: 'ada' };
    deal()
      .when(openDeal, owned, direct, ada)
      .then({ type: 'DealOpened', data: { ...data, ownerId: 'ada' } });
    deal().when(openDeal, owned, direct, null).thenRejected('RepUnknown');
    deal().when(openDeal, owned, direct, leaver).thenRejected('RepDeparted');
  });

  it('changes nothing when it was opened so, whatever happened to it, to its process or to its owner since', () => {
    deal(opened).when(openDeal, open, direct, null).thenNothing();
    deal(opened, advanced).when(openDeal, open, direct, null).thenNothing();
    deal(opened)
      .when(openDeal, open, { ...direct, stages: direct.stages.slice(1) }, null)
      .thenNothing();
    deal({ type: 'DealOpened', data: { ...data, ownerId: 'ada' } })
      .when(openDeal, { ...open, ownerId: 'ada' }, direct, leaver)
      .thenNothing();
  });

  it('refuses an id that is taken by another deal', () => {
    deal(opened)
      .when(openDeal, { ...open, amount: usd(1) }, direct, null)
      .thenRejected('DealAlreadyExists');
    deal(opened)
      .when(openDeal, open, { ...direct, id: 'channel' }, null)
      .thenRejected('DealAlreadyExists');
  });

  it('refuses a deal without a name', () => {
    opening({ name: ' ' }).thenRejected('DealNameMissing');
  });

  it('refuses a deal without an amount', () => {
    opening({ amount: null }).thenRejected('AmountMissing');
    opening({ amount: null, lines: [] }).thenRejected('AmountMissing');
  });

  it('refuses what is no amount or no quantity', () => {
    const line = { productId: 'gtx', quantity: 1, price: usd(1) };
    for (const amount of [-1, 0.5, Number.NaN, 2 ** 53]) {
      opening({ amount: usd(amount) }).thenRejected('AmountInvalid');
      opening({ amount: null, lines: [{ ...line, price: usd(amount) }] }).thenRejected('AmountInvalid');
    }
    for (const quantity of [-1, 0, 0.5, Number.NaN]) {
      opening({ amount: null, lines: [{ ...line, quantity }] }).thenRejected('QuantityNotPositive');
    }
    const huge = { ...line, quantity: 2, price: usd(2 ** 52) };
    opening({ amount: null, lines: [huge] }).thenRejected('AmountInvalid');
  });

  it('refuses a second currency', () => {
    const line = { productId: 'gtx', quantity: 1, price: usd(1) };
    const euros = { ...line, price: { amount: 1, currency: 'EUR' } };
    opening({ amount: null, lines: [line, euros] }).thenRejected('CurrencyMismatch');
    opening({ lines: [euros] }).thenRejected('CurrencyMismatch');
  });

  it('refuses a stage that the process does not have', () => {
    opening({ stage: 'closing' }).thenRejected('StageUnknown');
  });

  it('refuses a field that is an attribute of its own', () => {
    opening({ requires: { ownerId: 'ada' } }).thenRejected('FieldHasOwnCommand');
  });
});
