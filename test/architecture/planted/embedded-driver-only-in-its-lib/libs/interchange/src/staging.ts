import { DatabaseSync } from '@photostructure/sqlite';

export const staging = DatabaseSync;
