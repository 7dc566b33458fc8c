import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { CommandRunner } from '#commands/command-runner.js';
import { SETTINGS, type Settings } from '#config/settings.js';
import { DocumentedRead } from '#http/documented.js';
import { Id, OneOf, Position, Text } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { badInput, notFound, problemOf } from '#http/problem.js';
import { ReadModels } from '#projections/read-models.js';
import { READ_STORE, type ReadStore } from '#read-store/read-store.js';
import { colleaguesOf, SUCCESSOR_RULES, type SuccessorRule, successorsBy } from '../depart-rep/successors.js';
import { unfitSuccessor } from '../domain/depart-rep.js';
import { distribute } from '../domain/distribute.js';
import type { Successor } from '../domain/rep.events.js';
import { type Rep, repDecider } from '../domain/rep.state.js';
import { HERITAGES, type Heritage, type HeritageKind } from '../heritage.contract.js';
import { repProblems } from '../people.problems.js';
import { repVersions } from '../people-directory/people-directory.projections.js';
import type { ReceiptLine } from '../rep-departure/rep-departure.controller.js';
import { namedSuccessors } from './named-successors.js';

class PreviewParameters {
  @OneOf(SUCCESSOR_RULES, { optional: true, description: "The managers, or the other reps, of the leaver's team" })
  rule?: SuccessorRule;

  @Id({ optional: true, description: 'Or this one' })
  successor?: string;

  @Text({ optional: true, max: 8000, description: 'Or these, with their shares (default: 1): `ann:3,bob`' })
  successors?: string;

  @Position({ optional: true, description: 'Position of a write that the answer must contain: waits at most 5 s' })
  after?: string;
}

type Counts = Readonly<Record<HeritageKind, number>>;

/** What would go to whom if the rep departed now. */
type DeparturePreview = Readonly<{
  position: string;
  repId: string;
  total: Counts;
  successors: readonly (Readonly<{ ownerId: string }> & Counts)[];
  lines: readonly ReceiptLine[];
}>;

const NOTHING: Counts = { customers: 0, deals: 0, tasks: 0 };

/**
 * The handover of a departure, dealt out, or refused, as the departure would, without any of it happening. A rule that
 * names nobody is told by a preview without successors.
 */
@Controller('reps')
export class DeparturePreviewController {
  constructor(
    private readonly runner: CommandRunner,
    private readonly readModels: ReadModels,
    @Inject(READ_STORE) private readonly store: ReadStore,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(HERITAGES) private readonly heritages: readonly Heritage[],
  ) {}

  @Get(':id/departure/preview')
  @DocumentedRead({ tag: 'people', summary: 'What would go to whom if the rep departed now' })
  @ApiResponse({ status: 409, description: 'RepUnknown, RepDeparted, SuccessorIsLeaver: as the departure would be' })
  async previewDeparture(@IdParam() id: string, @Query() parameters: PreviewParameters): Promise<DeparturePreview> {
    const needed = [repVersions, ...this.heritages.map(({ owners }) => owners)];
    const position = await this.readModels.reach(needed, parameters.after);
    const rep = await this.runner.state(repDecider, id);
    if (rep === null || rep.departure !== null) throw notFound(`There is no rep ${id} who could depart`);
    const successors = await this.successorsOf(rep, parameters);
    const lines: ReceiptLine[] = [];
    for (const { kind, owned } of this.heritages) {
      const items = await owned({ reads: this.store, readModels: this.readModels, settings: this.settings }, id);
      const owners = successors.length === 0 ? new Map<string, string>() : distribute(items, successors);
      for (const item of items) lines.push({ kind, id: item.id, to: owners.get(item.id) ?? null });
    }
    return {
      position: String(position),
      repId: id,
      total: countsOf(lines),
      successors: successors.map(({ ownerId }) => ({
        ownerId,
        ...countsOf(lines.filter(({ to }) => to === ownerId)),
      })),
      lines,
    };
  }

  private async successorsOf(rep: Rep, parameters: PreviewParameters): Promise<readonly Successor[]> {
    const { rule, successor, successors = successor } = parameters;
    const given = [rule, successor, parameters.successors].filter((each) => each !== undefined);
    if (given.length !== 1) {
      throw badInput([{ path: 'successor', message: 'either successor, successors or rule must be given' }]);
    }
    if (successors === undefined) return rule === undefined ? [] : successorsBy(rule, rep, this.runner, this.store);
    const named = namedSuccessors(successors);
    if (named === null) throw badInput([{ path: 'successors', message: 'must be ids, each once, such as ann:3,bob' }]);
    const unfit = unfitSuccessor(rep.repId, named, await colleaguesOf(this.runner, named));
    if (unfit) throw problemOf(unfit, repProblems);
    return named;
  }
}

const countsOf = (lines: readonly ReceiptLine[]): Counts => {
  const counts = { ...NOTHING };
  for (const { kind } of lines) counts[kind] += 1;
  return counts;
};
