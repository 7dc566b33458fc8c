import { openDatabase } from '#sqlite/database.js';

export const jobs = openDatabase('jobs.db');
