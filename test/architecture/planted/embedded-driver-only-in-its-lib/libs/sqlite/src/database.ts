import { DatabaseSync } from '@photostructure/sqlite';

export const database = DatabaseSync;
