import type { ProblemMap } from '#http/problem.js';
import type { CustomerRefusal } from './customers.contract.js';

export const customerProblems: ProblemMap<CustomerRefusal> = {
  CustomerAlreadyExists: { status: 409, title: 'The customer exists already' },
  ContactRepeated: { status: 409, title: 'Two contacts have the same id' },
  CustomerAlreadyOwned: { status: 409, title: 'The customer has an owner' },
  CustomerIsErased: { status: 409, title: 'The customer was erased' },
  CustomerNotErased: { status: 409, title: 'The customer was not erased' },
  RepUnknown: { status: 409, title: 'There is no such rep' },
  RepDeparted: { status: 409, title: 'The rep has left' },
};
