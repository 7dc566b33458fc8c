import { expect, it } from 'vitest';
import { comparedColumns, comparedRows } from './compared.js';

const question = {
  keys: ['stage'],
  columns: [
    { name: 'stage', type: 'text' },
    { name: 'name', type: 'text' },
    { name: 'amount', type: 'integer' },
    { name: 'share', type: 'number' },
  ],
} as const;

it('has each measure thrice, and everything else once', () => {
  expect(comparedColumns(question).map(({ name }) => name)).toEqual([
    ...['stage', 'name', 'amountWas', 'amountWhatIf', 'amountDifference'],
    ...['shareWas', 'shareWhatIf', 'shareDifference'],
  ]);
});

it('sets what was beside what would be, by key, whatever is missing on either side', () => {
  const was = [
    { stage: 'talk', name: 'Talk', amount: 100, share: 0.5 },
    { stage: 'offer', name: 'Offer', amount: 70, share: null },
  ];
  const whatIf = [
    { stage: 'demo', name: 'Demo', amount: 30, share: 1 },
    { stage: 'trial', name: 'Trial', amount: null, share: null },
    { stage: 'talk', name: 'Talk', amount: 140, share: 0.25 },
  ];
  const row = (stage: string, name: string, amount: readonly (number | null)[], share: readonly (number | null)[]) => ({
    ...{ stage, name, amountWas: amount[0], amountWhatIf: amount[1], amountDifference: amount[2] },
    ...{ shareWas: share[0], shareWhatIf: share[1], shareDifference: share[2] },
  });
  expect(comparedRows(question, was, whatIf)).toEqual([
    row('talk', 'Talk', [100, 140, 40], [0.5, 0.25, -0.25]),
    row('offer', 'Offer', [70, 0, -70], [null, null, null]),
    row('demo', 'Demo', [0, 30, 30], [null, 1, null]),
    row('trial', 'Trial', [null, null, null], [null, null, null]),
  ]);
});
