import { openDatabase } from '#sqlite/database.js';

export const staging = openDatabase('staging.db');
