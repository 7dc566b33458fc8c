import { isId } from '#kernel/ids.js';
import type { Json } from '#kernel/json.js';
import {
  type Process,
  type ProcessEvent,
  processDecisions,
  type Stage,
} from '#sales-process/sales-process.contract.js';
import type { Mapping } from '../loading/mapping.js';
import type { RecordCommands, RowCommand } from '../loading/record-commands.js';
import { instantFrom } from '../rows/cells.js';
import type { Row, RowProblem } from '../rows/row.js';
import { rowProblem } from '../rows/row-faults.js';
import { isObject } from './details.js';

type Commands = RecordCommands<Process | null, ProcessEvent, string>;
type Fields = Parameters<typeof processDecisions.define>[0];
type Version = Readonly<{ fields: Fields; at: string | null; by: string | null; onBehalfOf: string | null }>;

/** An entry of processes.json counts as a row; its line is its place in the list, from 1. */
const placeOf = (file: string, index: number): Row => ({ file, line: index + 1, cells: new Map() });

/**
 * processes.json: one process or a list of them, each as `POST /processes` takes it, with an id; `revisions` are its
 * later versions, each with `occurredAt`.
 */
export const processCommands = (
  file: string,
  json: unknown,
  { actor, first }: Mapping,
): Readonly<{
  records: readonly Commands[];
  bad: readonly Readonly<{ row: Row; problems: readonly RowProblem[] }>[];
}> => {
  const records: Commands[] = [];
  const bad: { row: Row; problems: readonly RowProblem[] }[] = [];
  for (const [index, entry] of (Array.isArray(json) ? json : [json]).entries()) {
    const row = placeOf(file, index);
    const reason = flawOf(entry);
    if (reason !== null) {
      bad.push({ row, problems: [rowProblem(row, null, 'ProcessInvalid', { message: reason })] });
      continue;
    }
    const { id, revisions = [], ...defined } = entry as { id: string; revisions?: unknown[] };
    const commands = [defined, ...revisions].map(
      (content, version): RowCommand<Process | null, ProcessEvent, string> => {
        const { fields, at, by, onBehalfOf } = versionOf(content as Record<string, unknown>);
        const decide = version === 0 ? processDecisions.define(fields, actor) : processDecisions.revise(fields, actor);
        return { rows: [row], says: content as Json, at: at ?? first, by, onBehalfOf, decide };
      },
    );
    records.push({ id, commands });
  }
  return { records, bad };
};

const versionOf = (content: Record<string, unknown>): Version => {
  const { name, stages, rules, occurredAt, actorId, onBehalfOf } = content;
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  const at = text(occurredAt);
  return {
    fields: { name, stages, rules } as Fields,
    at: at === null ? null : instantFrom(at),
    by: text(actorId),
    onBehalfOf: text(onBehalfOf),
  };
};

const flawOf = (entry: unknown): string | null => {
  if (!isObject(entry) || !isId(entry.id)) return 'is no process with an id';
  const { revisions = [], ...defined } = entry;
  if (!Array.isArray(revisions)) return 'revisions is no list';
  return [defined, ...revisions].map(versionFlaw).find((flaw) => flaw !== null) ?? null;
};

const versionFlaw = (version: unknown): string | null => {
  if (!isObject(version) || typeof version.name !== 'string') return 'has no name';
  const { stages, rules, occurredAt } = version;
  if (!Array.isArray(stages) || !stages.every(isStage))
    return 'stages is no list of stages, each with id, name, probability and forecastCategory';
  if (rules !== undefined && rules !== null && !isObject(rules)) return 'rules is no object';
  return occurredAt === undefined || (typeof occurredAt === 'string' && instantFrom(occurredAt) !== null)
    ? null
    : 'occurredAt is no instant';
};

const isStage = (stage: unknown): stage is Stage =>
  isObject(stage) &&
  isId(stage.id) &&
  typeof stage.name === 'string' &&
  typeof stage.probability === 'number' &&
  ['pipeline', 'bestCase', 'commit'].includes(String(stage.forecastCategory)) &&
  (stage.rotAfterDays ?? null) === (typeof stage.rotAfterDays === 'number' ? stage.rotAfterDays : null) &&
  (stage.guidance ?? null) === (typeof stage.guidance === 'string' ? stage.guidance : null) &&
  Array.isArray(stage.requires ?? []) &&
  ((stage.requires ?? []) as unknown[]).every((field) => typeof field === 'string');
