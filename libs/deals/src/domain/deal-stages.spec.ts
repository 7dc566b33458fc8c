import { describe, it } from 'vitest';
import { at, given, SOME_TIME } from '#testing/given.js';
import { type AdvanceDeal, advanceDeal } from './advance-deal.js';
import type { DealAdvanced, DealLost, DealMovedBack, DealOpened, FieldValues } from './deal.events.js';
import { dealDecider } from './deal.state.js';
import type { DealProcess } from './deal-process.js';
import { moveBackDeal } from './move-back-deal.js';

const strict: DealProcess = {
  id: 'direct',
  stages: [
    { id: 'new', name: 'New', requires: [] },
    { id: 'talks', name: 'Talks', requires: [] },
    { id: 'offer', name: 'Offer', requires: ['budget', 'decider'] },
    { id: 'contract', name: 'Contract', requires: ['amount', 'lines', 'ownerId', 'expectedCloseOn'] },
  ],
  rules: { allowSkip: false, allowBack: false },
};
const loose: DealProcess = { ...strict, rules: { allowSkip: true, allowBack: true } };
const withoutTalks: DealProcess = { ...strict, stages: strict.stages.filter(({ id }) => id !== 'talks') };

const of = { dealId: 'd1', customerId: 'c1' };
const nothing = { amount: 0, currency: 'USD' };
const openedIn = (stage: string, more: Partial<DealOpened['data']> = {}): DealOpened => ({
  type: 'DealOpened',
  data: {
    ...of,
    processId: 'direct',
    name: 'Fifty seats',
    stage,
    amount: nothing,
    lines: [],
    ownerId: null,
    expectedCloseOn: null,
    fields: {},
    ...more,
  },
});
const advanced = (from: string, to: string, fields: FieldValues = {}): DealAdvanced => ({
  type: 'DealAdvanced',
  data: { ...of, from, to, fields },
});
const lost: DealLost = {
  type: 'DealLost',
  data: {
    ...of,
    processId: 'direct',
    stage: 'new',
    amount: nothing,
    lines: [],
    ownerId: null,
    reason: 'price',
    competitor: null,
  },
};

const deal = given(dealDecider);
const advancing = (stage: string, to: string, process = strict, more: Omit<AdvanceDeal, 'dealId' | 'to'> = {}) =>
  deal(openedIn(stage)).when(advanceDeal, { dealId: 'd1', to, ...more }, process);
const movingBack = (stage: string, to: string, process = loose, reason = 'They have a new buyer') =>
  deal(openedIn(stage)).when(moveBackDeal, { dealId: 'd1', to, reason }, process);

describe('advancing a deal', () => {
  it('moves it to the next stage', () => {
    advancing('new', 'talks').then(advanced('new', 'talks'));
  });

  it('changes nothing when it is there already', () => {
    advancing('talks', 'talks').thenNothing();
  });

  it('passes over stages only where the process allows it', () => {
    advancing('new', 'offer').thenRejected('StageSkipped', 'talks follows new, not offer');
    const filled = { requires: { budget: 1, decider: 'Ada' } };
    advancing('new', 'offer', loose, filled).then(advanced('new', 'offer', filled.requires));
  });

  it('never goes back', () => {
    advancing('talks', 'new').thenRejected('StageNotAhead');
    advancing('talks', 'new', loose).thenRejected('StageNotAhead');
  });

  it('refuses a stage that the process does not have', () => {
    advancing('new', 'party').thenRejected('StageUnknown');
  });

  it('refuses a closed deal', () => {
    for (const to of ['new', 'talks']) {
      deal(openedIn('new'), lost).when(advanceDeal, { dealId: 'd1', to }, strict).thenRejected('DealNotOpen');
    }
  });

  it('goes on to any stage when a revision took away the one that it is in', () => {
    const filled = { requires: { budget: 0, decider: 'Ada' } };
    advancing('talks', 'new', withoutTalks).then(advanced('talks', 'new'));
    advancing('talks', 'offer', withoutTalks, filled).then(advanced('talks', 'offer', filled.requires));
    advancing('talks', 'offer', withoutTalks).thenRejected('RequiredFieldMissing');
  });

  it('needs the fields that the stage requires, and says which are missing', () => {
    advancing('talks', 'offer').thenRejected('RequiredFieldMissing', 'Offer requires budget, decider');
    for (const blank of ['', '  ']) {
      advancing('talks', 'offer', strict, { requires: { budget: false, decider: blank } }).thenRejected(
        'RequiredFieldMissing',
        'Offer requires decider',
      );
    }
  });

  it('needs no field again that was filled before', () => {
    const early = advanced('new', 'talks', { budget: 10, decider: 'Ada' });
    const revised = { dealId: 'd1', to: 'offer', requires: { budget: 20 } };
    deal(openedIn('new'), early)
      .when(advanceDeal, { dealId: 'd1', to: 'offer' }, strict)
      .then(advanced('talks', 'offer'));
    deal(openedIn('new'), early)
      .when(advanceDeal, revised, strict)
      .then(advanced('talks', 'offer', { budget: 20 }));
  });

  it('takes attributes of the deal for required fields', () => {
    const amount = { amount: 100, currency: 'USD' };
    const line = { productId: 'gtx', model: null, quantity: 1, price: amount, amount };
    const sound = { amount, lines: [line], ownerId: 'ada', expectedCloseOn: '2017-05-01' };
    const to = { dealId: 'd1', to: 'contract' };
    advancing('offer', 'contract').thenRejected(
      'RequiredFieldMissing',
      'Contract requires amount, lines, ownerId, expectedCloseOn',
    );
    deal(openedIn('offer', sound)).when(advanceDeal, to, strict).then(advanced('offer', 'contract'));
    deal(openedIn('offer', sound))
      .when(advanceDeal, { ...to, requires: { expectedCloseOn: '2017-06-01' } }, strict)
      .thenRejected('FieldHasOwnCommand', 'Changed by its own command: expectedCloseOn');
  });

  it('is not fooled by what every object has', () => {
    const odd = { ...strict.stages[1], id: 'odd', name: 'Odd', requires: ['constructor', 'toString'] };
    advancing('new', 'odd', { ...loose, stages: [...loose.stages, odd] }).thenRejected(
      'RequiredFieldMissing',
      'Odd requires constructor, toString',
    );
  });
});

describe('moving a deal back', () => {
  const movedBack: DealMovedBack = {
    type: 'DealMovedBack',
    data: { ...of, from: 'offer', to: 'new', reason: 'They have a new buyer' },
  };

  it('returns it to an earlier stage, with the reason', () => {
    movingBack('offer', 'new').then(movedBack);
  });

  it('changes nothing when it is there already', () => {
    movingBack('offer', 'offer').thenNothing();
    movingBack('offer', 'offer', strict).thenNothing();
  });

  it('refuses where the process does not allow it', () => {
    movingBack('offer', 'new', strict).thenRejected('MoveBackNotAllowed');
  });

  it('never goes ahead', () => {
    movingBack('new', 'talks').thenRejected('StageNotBehind');
    movingBack('talks', 'new', { ...withoutTalks, rules: loose.rules }).thenRejected('StageNotBehind');
  });

  it('needs a reason', () => {
    movingBack('offer', 'new', loose, ' ').thenRejected('ReasonMissing');
  });

  it('refuses a stage that the process does not have', () => {
    movingBack('offer', 'party').thenRejected('StageUnknown');
  });

  it('refuses a closed deal', () => {
    deal(openedIn('new'), lost)
      .when(moveBackDeal, { dealId: 'd1', to: 'new', reason: 'again' }, loose)
      .thenRejected('DealNotOpen');
  });

  it('starts the time in that stage anew and keeps the fields', () => {
    const opened = openedIn('new');
    const state = dealDecider.evolve(null, opened, SOME_TIME);
    deal(opened, advanced('new', 'offer', { budget: 1 }), at('2017-03-01T00:00:00.000Z', movedBack)).thenState(
      state && {
        ...state,
        stageSince: '2017-03-01T00:00:00.000Z',
        fields: { budget: 1 },
        courses: {
          ...state.courses,
          stage: [
            { from: SOME_TIME, value: 'offer' },
            { from: '2017-03-01T00:00:00.000Z', value: 'new' },
          ],
        },
      },
    );
  });
});
