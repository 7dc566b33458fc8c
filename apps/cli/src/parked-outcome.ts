import type { ParkedKeyOrder } from '#upkeep/domain/order-parked-key.js';

/** A key of a read model of which something is parked, what is to be done about it, and for how long to wait for that. */
export type ParkedKeyOrdered = Readonly<{
  order: ParkedKeyOrder;
  projection: string;
  key: string;
  waitSeconds: number;
}>;

/** What is parked of a key. `position` is that of the event that could not be folded. */
export type StillParked = Readonly<{ position: string; type: string; error: string; events: number }>;

/** Exit status of an order that was done, and after which something of the key is parked nevertheless. */
const PARKED_AGAIN = 2;

/** The order stands in the log; what came of it is not known yet. */
export class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown';
  constructor({ projection, waitSeconds }: ParkedKeyOrdered, position: bigint) {
    super(
      `Ordered at position ${position}, which ${projection} has not reached within ${waitSeconds} s: it is done then. ` +
        '`annals status` shows how far it is, and what is parked',
    );
  }
}

/** Says what came of an order once the read model has reached it, in the exit status too; null: nothing is parked. */
export const tellOutcome = ({ order, projection, key }: ParkedKeyOrdered, parked: StillParked | null): void => {
  if (parked === null) {
    const left = order === 'release' ? 'the event is left out, and what waited behind it' : 'all that waited';
    process.stdout.write(`${key} of ${projection} is released: ${left} is folded\n`);
    return;
  }
  const { type, position, events, error } = parked;
  process.stdout.write(
    `${key} of ${projection} is parked again: ${type} at ${position} could not be folded, ${events} waiting: ${error}\n`,
  );
  process.exitCode = PARKED_AGAIN;
};
