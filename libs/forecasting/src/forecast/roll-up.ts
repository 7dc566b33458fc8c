import type { ForecastCategory } from '#kernel/forecast-category.js';
import type { Organisation } from '#people/people-directory/organisation.contract.js';
import type { QuotaHolder } from '../domain/quota.events.js';
import { type Cumulative, ForecastLine } from './forecast-line.js';

export type Holder = QuotaHolder;

/** What somebody said that a rep or a team will come to, up to a category, in minor units; null: nothing. */
export type CallOf = (holder: Holder, category: ForecastCategory) => number | null;

/** The figures of a rep, or of a team with those below it: as computed, and as adjusted. */
export type RolledUp = Readonly<{ line: ForecastLine; adjusted: Cumulative }>;

/**
 * Rolls the figures of a period up through the teams. An adjustment of a rep or a team stands in the place of the sum of
 * what is below; no category is ever less than a surer one, nor than what is closed.
 */
export class RollUp {
  private readonly ofTeams = new Map<string, RolledUp>();

  constructor(
    private readonly organisation: Organisation,
    /** By owner; null: what nobody owns. */
    private readonly lines: ReadonlyMap<string | null, ForecastLine>,
    private readonly adjustmentOf: CallOf,
  ) {}

  rep(repId: string): RolledUp {
    const line = this.lines.get(repId) ?? new ForecastLine();
    return { line, adjusted: this.adjusted({ scope: 'rep', scopeId: repId }, line.cumulative) };
  }

  /** With the teams below it. */
  team(teamId: string): RolledUp {
    const known = this.ofTeams.get(teamId);
    if (known !== undefined) return known;
    const { reps, teams } = this.organisation;
    const ownReps = [...reps.values()].filter((rep) => rep.teamId === teamId).map(({ repId }) => this.rep(repId));
    const below = [...teams.values()].filter(({ parentId }) => parentId === teamId);
    const { line, adjusted } = summed([...ownReps, ...below.map((team) => this.team(team.teamId))]);
    const rolledUp = { line, adjusted: this.adjusted({ scope: 'team', scopeId: teamId }, adjusted) };
    this.ofTeams.set(teamId, rolledUp);
    return rolledUp;
  }

  /** All teams, and what is in none. */
  company(): RolledUp {
    const { reps, teams } = this.organisation;
    const tops = [...teams.values()].filter(({ parentId }) => parentId === null || !teams.has(parentId));
    const teamless = [...reps.values()].filter(({ teamId }) => !teams.has(teamId));
    const nobodys = [...this.lines].filter(([ownerId]) => ownerId === null || !reps.has(ownerId));
    return summed([
      ...tops.map(({ teamId }) => this.team(teamId)),
      ...teamless.map(({ repId }) => this.rep(repId)),
      ...nobodys.map(([, line]) => ({ line, adjusted: line.cumulative })),
    ]);
  }

  private adjusted(holder: Holder, computed: Cumulative): Cumulative {
    const said = (category: ForecastCategory): number => this.adjustmentOf(holder, category) ?? computed[category];
    const { closed } = computed;
    const commit = Math.max(closed, said('commit'));
    const bestCase = Math.max(commit, said('bestCase'));
    return { closed, commit, bestCase, pipeline: Math.max(bestCase, said('pipeline')) };
  }
}

const summed = (parts: readonly RolledUp[]): RolledUp => {
  const line = new ForecastLine();
  const adjusted = { closed: 0, commit: 0, bestCase: 0, pipeline: 0 };
  for (const part of parts) {
    line.include(part.line);
    for (const column of ['closed', 'commit', 'bestCase', 'pipeline'] as const) {
      adjusted[column] += part.adjusted[column];
    }
  }
  return { line, adjusted };
};
