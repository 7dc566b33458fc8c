import { Inject, Injectable } from '@nestjs/common';
import type { DomainEvent } from '#kernel/event.js';
import { listVersions } from '#projections/list-versions.js';
import type { Projection } from '#projections/projection.js';
import { ReadModels } from '#projections/read-models.js';
import { type Version, type Versions, versionAt } from '#projections/versions.js';
import { READ_STORE, type ReadStore } from '#read-store/read-store.js';
import type { ListQuery, ReadQuery } from './fields.js';
import { notFound } from './problem.js';
import { readAnswer } from './read-answer.js';
import { readAtOf } from './read-at.js';

/** `shown` turns a version into what the API answers. */
type Shown<S, V extends object> = (version: Version<S>) => V;

/** The two reads of a small kind of record (teams, products, processes): all of them, or one, as they stood. */
@Injectable()
export class VersionReads {
  constructor(
    private readonly readModels: ReadModels,
    @Inject(READ_STORE) private readonly store: ReadStore,
  ) {}

  async list<S, E extends DomainEvent, V extends object>(
    projection: Projection<E, Versions<S>>,
    query: ListQuery,
    shown: Shown<S, V>,
  ) {
    const at = readAtOf(query);
    const position = await this.readModels.reach([projection], at.after);
    const all = { at, range: { index: 'byId' }, matches: () => true, page: query };
    const page = await listVersions(this.store, projection.documents, all);
    return readAnswer(at, position, { items: page.items.map(shown), next: page.next });
  }

  /** @throws ProblemException (404) when there was no such record */
  async one<S, E extends DomainEvent, V extends object>(
    projection: Projection<E, Versions<S>>,
    id: string,
    query: ReadQuery,
    shown: Shown<S, V>,
  ) {
    const at = readAtOf(query);
    const position = await this.readModels.reach([projection], at.after);
    const entry = await this.store.collection(projection.documents).get(id);
    const version = versionAt(entry?.doc, at.asOf, at.knownAt);
    if (version === null) throw notFound(`There was no ${id} as of ${at.asOf}`);
    return readAnswer(at, position, shown(version));
  }
}
