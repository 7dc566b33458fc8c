import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { EventRegistry, UnknownEventType } from '#commands/event-registry.js';
import { deciders, projections } from '#composition/catalogue.js';
import type { StoredEvent } from '#event-store/event-store.js';

// What logs out there hold. A fixture is never changed: an event of another shape gets a new version, an upcaster and a
// fixture of its own.

const root = new URL('../../../', import.meta.url);
const folder = fileURLToPath(new URL('test/stored-events/', root));
const schemas = JSON.parse(readFileSync(new URL('docs/events.schema.json', root), 'utf8'));
const registry = new EventRegistry(deciders);
const ajv = new Ajv({ allErrors: true, strict: false });
const validEnvelope = ajv.compile(schemas.envelope);

const fixtures = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file): StoredEvent => {
    const stored = JSON.parse(readFileSync(`${folder}${file}`, 'utf8'));
    expect(`${stored.type}.json`).toBe(file);
    return { ...stored, revision: BigInt(stored.revision), position: BigInt(stored.position) };
  });

const folds = (facts: readonly StoredEvent[]): boolean => {
  const events = facts.map((fact) => registry.decode(fact));
  const decider = deciders.find(({ types }) => events.every(({ type }) => Object.keys(types).includes(type)));
  if (!decider) return false;
  try {
    const state = events.reduce((before, event) => decider.evolve(before, event, event.meta.at), decider.initial);
    expect(JSON.parse(JSON.stringify(state))).toStrictEqual(state);
    for (const { types, keyOf, evolve } of projections) {
      const relevant = events.filter((event) => types.includes(event.type) && keyOf(event) !== null);
      relevant.reduce<object | null>((doc, event) => evolve(doc, event).doc, null);
    }
    return state !== null;
  } catch {
    return false;
  }
};

describe('the stored events', () => {
  it('are there for every type and version of the catalogue, and for nothing else', () => {
    expect(fixtures.map(({ type }) => type).sort()).toEqual([...registry.storedTypes()].sort());
  });

  it('have a schema for every type that is written today', () => {
    const written = deciders.flatMap(({ types }) => Object.values<string>(types));
    expect(Object.keys(schemas.events).sort()).toEqual([...written].sort());
  });

  describe.each(fixtures)('$type', (stored) => {
    it('is understood, and fits the schema of today', () => {
      const event = registry.decode(stored);
      const decider = deciders.find(({ types }) => Object.keys(types).includes(event.type));
      const valid = ajv.compile(schemas.events[decider?.types[event.type] ?? '']);
      expect([valid(event.data), valid.errors]).toEqual([true, null]);
    });

    it('says who, when, from where and by which command', () => {
      const { meta } = registry.decode(stored);
      expect([validEnvelope(meta), validEnvelope.errors]).toEqual([true, null]);
    });

    it('folds into its record and into every read model', () => {
      // Most facts need one before them, or two: some of the others of their kind must do.
      const kind = deciders.find(({ types }) => Object.keys(types).includes(registry.decode(stored).type));
      const others = fixtures.filter((other) => Object.keys(kind?.types ?? {}).includes(registry.decode(other).type));
      const pairs = others.flatMap((first) => others.map((second) => [first, second]));
      const befores: readonly (readonly StoredEvent[])[] = [[], ...others.map((other) => [other]), ...pairs];
      expect(befores.some((before) => folds([...before, stored]))).toBe(true);
    });
  });

  it('stop the program when a newer version of it has written them', () => {
    for (const stored of fixtures) {
      const newer = { ...stored, type: stored.type.replace(/\d+$/, (version) => String(Number(version) + 1)) };
      if (!registry.storedTypes().includes(newer.type)) {
        expect(() => registry.decode(newer)).toThrow(UnknownEventType);
      }
    }
  });
});
