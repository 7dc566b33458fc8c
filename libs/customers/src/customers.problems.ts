import type { ProblemMap } from '#http/problem.js';
import type { CustomerRefusal } from './customers.contract.js';

export const customerProblems: ProblemMap<CustomerRefusal> = {
  CustomerAlreadyExists: { status: 409, title: 'The customer exists already' },
  ContactRepeated: { status: 409, title: 'Two contacts have the same id' },
  CustomerAlreadyOwned: { status: 409, title: 'The customer has an owner' },
  CustomerIsMerged: { status: 409, title: 'The customer was merged into another one' },
  MergedIntoItself: { status: 409, title: 'The two are one customer already' },
  SurvivorUnknown: { status: 409, title: 'There is no such customer' },
  CustomerIsErased: { status: 409, title: 'The customer was erased' },
  CustomerNotErased: { status: 409, title: 'The customer was not erased' },
  RepUnknown: { status: 409, title: 'There is no such rep' },
  RepDeparted: { status: 409, title: 'The rep has left' },
};
