import { askBoard } from '#deals/pipeline-board/board-question.contract.js';
import { Parameters } from './parameters.js';
import type { Question } from './question.js';

/** The pipeline board: a row a stage. */
export const boardQuestion: Question = {
  name: 'board',
  keys: ['processId', 'stage'],
  columns: [
    { name: 'processId', type: 'text' },
    { name: 'stage', type: 'text' },
    { name: 'name', type: 'text' },
    { name: 'deals', type: 'integer' },
    { name: 'amount', type: 'integer' },
    { name: 'weighted', type: 'integer' },
    { name: 'currency', type: 'text' },
  ],
  asking: (given) => {
    const parameters = new Parameters(given);
    const processId = parameters.id('processId', 'required') ?? '';
    const [ownerId, teamId] = [parameters.id('owner', 'optional'), parameters.id('team', 'optional')];
    const filter = { ...(ownerId !== null && { ownerId }), ...(teamId !== null && { teamId }) };
    return (
      parameters.wrong() ??
      (async (at, reads) => {
        const { stages } = await askBoard(reads, processId, filter, at);
        return stages.map(({ id: stage, name, deals, amount, weighted }) => ({
          ...{ processId, stage, name, deals },
          ...{ amount: amount.amount, weighted: weighted.amount, currency: amount.currency },
        }));
      })
    );
  },
};
