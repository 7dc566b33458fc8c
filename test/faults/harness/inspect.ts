import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Book } from './book.js';

export type InspectionRequest = Readonly<{
  task: 'check' | 'events';
  directory: string;
  bookFile: string;
  answerFile: string;
}>;

export type StoreCheck = Readonly<{
  problems: readonly string[];
  acknowledgedEvents: number;
  lost: number;
  doubled: number;
}>;

/** The stores could not be read; `error` is the name of the error. */
export type Unreadable = Readonly<{ error: string; message: string }>;

const inspect = async <T>(
  task: InspectionRequest['task'],
  directory: string,
  book: string,
): Promise<T | Unreadable> => {
  // Beside the stores, whose own disk may be full or read-only.
  const request: InspectionRequest = {
    task,
    directory,
    bookFile: `${directory}.book`,
    answerFile: `${directory}.answer`,
  };
  writeFileSync(request.bookFile, book);
  writeFileSync(request.answerFile, JSON.stringify({ error: 'Crash', message: 'The inspector gave no answer' }));
  const script = fileURLToPath(new URL('./inspector.js', import.meta.url));
  await once(
    spawn(process.execPath, [script, JSON.stringify(request)], { stdio: ['ignore', 'ignore', 'inherit'] }),
    'exit',
  );
  const answer = JSON.parse(readFileSync(request.answerFile, 'utf8'));
  rmSync(request.bookFile);
  rmSync(request.answerFile);
  return answer;
};

/** Checks log and read models against the book. */
export const checkStores = (directory: string, book: Book): Promise<StoreCheck | Unreadable> =>
  inspect('check', directory, book.write());

/** Each event of the log as text, in order. */
export const eventsIn = (directory: string): Promise<readonly string[] | Unreadable> =>
  inspect('events', directory, '');
