import type { Schemas } from '../api/client.js';
import type { Process } from '../api/people.js';

type Stage = Process['stages'][number];

/** A stage as it is being typed. */
export type StageDraft = Readonly<{
  /** For the list on the page alone. */
  key: string;
  /** Null: it is new, and gets one from its name. */
  id: string | null;
  name: string;
  /** In percent. */
  probability: string | number;
  forecastCategory: Stage['forecastCategory'];
  rotAfterDays: string | number;
  /** Names of fields, with commas between. */
  requires: string;
  guidance: string | null;
}>;

const PERCENT = 100;

export const stageDraft = (stage: Stage): StageDraft => ({
  ...stage,
  key: stage.id,
  // Binary fractions: 0.07 × 100 is not quite 7.
  probability: Number((stage.probability * PERCENT).toFixed(4)),
  rotAfterDays: stage.rotAfterDays ?? '',
  requires: stage.requires.join(', '),
});

export const emptyStage = (): StageDraft => ({
  ...{ key: crypto.randomUUID(), id: null, name: '', probability: '', rotAfterDays: '', requires: '', guidance: null },
  forecastCategory: 'pipeline',
});

/** Whether nothing that a stage needs is missing. */
export const isWhole = ({ name, probability }: StageDraft): boolean =>
  name.trim() !== '' && typeof probability === 'number';

/** Readable where the name has letters for an address, else unique. */
const idFrom = (name: string, key: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 64) || key;

export const stageBody = ({ key, id, name, probability, rotAfterDays, requires, guidance, ...stage }: StageDraft) =>
  ({
    ...stage,
    id: id ?? idFrom(name, key),
    name,
    probability: Number(probability) / PERCENT,
    ...(typeof rotAfterDays === 'number' && { rotAfterDays }),
    ...(guidance !== null && { guidance }),
    requires: requires
      .split(',')
      .map((field) => field.trim())
      .filter((field) => field !== ''),
  }) satisfies Schemas['StageBody'];
