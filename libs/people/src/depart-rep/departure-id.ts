import { v5 as uuidv5 } from 'uuid';
import { ANNALS_NAMESPACE } from '#commands/idempotency-keys.js';

/** A rep departs once, so their id names the departure, and its job. */
export const departureIdOf = (repId: string): string => uuidv5(`departure ${repId}`, ANNALS_NAMESPACE);
