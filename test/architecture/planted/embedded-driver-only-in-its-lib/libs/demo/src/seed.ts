import { DatabaseSync } from 'node:sqlite';

export const seed = DatabaseSync;
