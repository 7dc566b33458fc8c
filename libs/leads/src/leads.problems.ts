import type { ProblemMap } from '#http/problem.js';
import type { LeadRefusal } from './leads.contract.js';

export const leadProblems: ProblemMap<LeadRefusal> = {
  LeadAlreadyExists: { status: 409, title: 'The lead exists already' },
  LeadAlreadyConverted: { status: 409, title: 'The lead is a customer already' },
  LeadNotQualified: { status: 409, title: 'The lead is not qualified' },
  FirstDealRefused: { status: 409, title: 'The deal cannot be opened' },
  LeadNotConverted: { status: 409, title: 'The lead was not converted' },
  RepUnknown: { status: 409, title: 'There is no such rep' },
  RepDeparted: { status: 409, title: 'The rep has left' },
};
