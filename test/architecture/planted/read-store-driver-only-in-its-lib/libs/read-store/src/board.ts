import type { Db } from 'mongodb';

export const board = (db: Db) => db;
