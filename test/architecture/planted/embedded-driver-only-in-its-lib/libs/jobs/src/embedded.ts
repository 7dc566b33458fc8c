import { DatabaseSync } from '@photostructure/sqlite';

export const jobs = DatabaseSync;
