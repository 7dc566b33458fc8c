import { jsonEvent } from '@eventstore/db-client';

export const append = jsonEvent;
