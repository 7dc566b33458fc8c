import type { ProblemMap } from '#http/problem.js';
import type { DealRefusal } from './deals.contract.js';

export const dealProblems: ProblemMap<DealRefusal> = {
  DealAlreadyExists: { status: 409, title: 'The deal exists already' },
  DealNameMissing: { status: 409, title: 'A deal needs a name' },
  AmountMissing: { status: 409, title: 'A deal needs an amount or lines' },
  AmountInvalid: { status: 409, title: 'That is no amount' },
  QuantityNotPositive: { status: 409, title: 'A quantity is 1 or more' },
  CurrencyMismatch: { status: 409, title: 'A deal has one currency' },
  ProcessNotGiven: { status: 409, title: 'Which process is not clear' },
  ProcessUnknown: { status: 409, title: 'There is no such process' },
  CustomerUnknown: { status: 409, title: 'There is no such customer' },
  ProductUnknown: { status: 409, title: 'There is no such product' },
  ModelUnknown: { status: 409, title: 'The product has no such model' },
  RepUnknown: { status: 409, title: 'There is no such rep' },
  RepDeparted: { status: 409, title: 'The rep has left' },
  DealNotOpen: { status: 409, title: 'The deal is closed' },
  DealNotClosed: { status: 409, title: 'The deal is open' },
  StageUnknown: { status: 409, title: 'The process has no such stage' },
  StageNotAhead: { status: 409, title: 'The stage lies behind' },
  StageNotBehind: { status: 409, title: 'The stage lies ahead' },
  StageSkipped: { status: 409, title: 'A stage would be skipped' },
  MoveBackNotAllowed: { status: 409, title: 'Deals of this process do not move back' },
  FieldHasOwnCommand: { status: 409, title: 'The field is changed by its own command' },
  RequiredFieldMissing: { status: 409, title: 'The stage requires fields that are empty' },
  ReasonMissing: { status: 409, title: 'A reason is missing' },
  SignedInFuture: { status: 409, title: 'The signature lies in the future' },
};
