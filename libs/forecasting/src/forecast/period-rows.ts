import { rangeOf } from '#kernel/calendar-periods.js';
import { formatPeriod, type Period } from '#kernel/period.js';
import { membersOf } from '#people/people-directory/organisation.contract.js';
import { companyQuota, holderQuota, type QuotaIn, teamQuota } from '../quota-versions/quotas-at.js';
import type { Asked } from './asked.js';
import { ForecastLine } from './forecast-line.js';
import { type ForecastFigures, type ForecastRow, type Submitted, shownFigures, submittedOf } from './forecast-rows.js';
import { type CallOf, type Holder, type RolledUp, RollUp } from './roll-up.js';

/** The rows of one period; null: of what has no expected close date, about which nobody has said anything. */
export class PeriodRows {
  private readonly name: string | null;
  private readonly rollUp: RollUp;
  private readonly submissionOf: CallOf | null;
  private readonly quotaOf: QuotaIn | null;

  constructor(
    period: Period | null,
    private readonly lines: ReadonlyMap<string | null, ForecastLine>,
    private readonly spokenOf: readonly Holder[],
    private readonly asked: Asked,
  ) {
    this.name = period && formatPeriod(period);
    const days = period && rangeOf(period, asked.calendar);
    this.rollUp = new RollUp(asked.organisation, lines, days === null ? () => null : asked.adjustments.of(days));
    this.submissionOf = days && asked.submissions.of(days);
    this.quotaOf = period && asked.quotas.in(period, asked.calendar);
  }

  rows(): readonly ForecastRow[] {
    switch (this.asked.group) {
      case 'none':
        return this.ofAll();
      case 'owner':
        return this.ofReps();
      case 'team':
        return this.ofTeams();
    }
  }

  /** Of the rep, team or company that is asked about. */
  whole(): ForecastFigures {
    const { whose, organisation } = this.asked;
    if (whose !== null) return this.ofHolder(whose);
    const quota = this.quotaOf && companyQuota(this.quotaOf, organisation);
    return this.figures(this.rollUp.company(), quota, null);
  }

  private ofAll(): readonly ForecastRow[] {
    if (this.lines.size === 0 && !this.spokenOf.some((holder) => this.isAsked(holder))) return [];
    return [this.row(null, this.whole())];
  }

  private ofReps(): readonly ForecastRow[] {
    const owners = new Set(this.lines.keys());
    for (const holder of this.spokenOf) {
      if (holder.scope === 'rep' && this.isAsked(holder)) owners.add(holder.scopeId);
    }
    return [...owners].map((ownerId) => {
      if (ownerId === null) return this.nobodys(this.lines.get(null));
      return this.row(ownerId, this.ofHolder({ scope: 'rep', scopeId: ownerId }));
    });
  }

  private ofTeams(): readonly ForecastRow[] {
    const { reps, teams } = this.asked.organisation;
    const own = new Map<string | null, ForecastLine>();
    const ownLine = (teamId: string | null): ForecastLine => {
      const line = own.get(teamId) ?? new ForecastLine();
      own.set(teamId, line);
      return line;
    };
    for (const [ownerId, line] of this.lines) ownLine(reps.get(ownerId ?? '')?.teamId ?? null).include(line);
    for (const holder of this.spokenOf) {
      const teamId = holder.scope === 'team' ? holder.scopeId : reps.get(holder.scopeId)?.teamId;
      if (teamId !== undefined && this.isAsked(holder)) ownLine(teamId);
    }
    for (const teamId of [...own.keys()]) {
      let parentId = teams.get(teamId ?? '')?.parentId;
      for (; parentId != null; parentId = teams.get(parentId)?.parentId) {
        if (this.isAsked({ scope: 'team', scopeId: parentId })) ownLine(parentId);
      }
    }
    return [...own].map(([teamId, line]) => (teamId === null ? this.nobodys(line) : this.ofTeam(teamId, line)));
  }

  private ofTeam(teamId: string, line: ForecastLine): ForecastRow {
    const { organisation, currency } = this.asked;
    const quota = this.quotaOf && teamQuota(this.quotaOf, organisation, teamId);
    const withBelow = this.ofHolder({ scope: 'team', scopeId: teamId });
    return { ...this.row(teamId, shownFigures(line, { quota }, currency)), withBelow };
  }

  private nobodys(line = new ForecastLine()): ForecastRow {
    return this.row(null, shownFigures(line, {}, this.asked.currency));
  }

  /** Of a rep, or of a team with those below it. */
  private ofHolder(holder: Holder): ForecastFigures {
    const { scope, scopeId } = holder;
    const rolledUp = scope === 'rep' ? this.rollUp.rep(scopeId) : this.rollUp.team(scopeId);
    const quota = this.quotaOf && holderQuota(this.quotaOf, this.asked.organisation, holder);
    return this.figures(rolledUp, quota, this.submissionOf && submittedOf(this.submissionOf, holder));
  }

  private figures({ line, adjusted }: RolledUp, quota: number | null, submitted: Submitted | null): ForecastFigures {
    return shownFigures(line, this.name === null ? {} : { quota, adjusted, submitted }, this.asked.currency);
  }

  private row(group: string | null, figures: ForecastFigures): ForecastRow {
    // Properties behind a spread of so many would take fifty times as long, and there are thousands of rows.
    return { period: this.name, group, ...figures };
  }

  /** Whether the rep or team is the one that is asked about, or below it. */
  private isAsked({ scope, scopeId }: Holder): boolean {
    const { whose, organisation } = this.asked;
    if (whose === null) return true;
    if (whose.scope === 'rep') return scope === 'rep' && scopeId === whose.scopeId;
    if (scope === 'rep') return membersOf(organisation, whose.scopeId).includes(scopeId);
    let team = organisation.teams.get(scopeId);
    while (team !== undefined && team.teamId !== whose.scopeId) team = organisation.teams.get(team.parentId ?? '');
    return team !== undefined;
  }
}
