import { rangeOf } from '#kernel/calendar-periods.js';
import { formatPeriod, type Period } from '#kernel/period.js';
import { membersOf } from '#people/people-directory/organisation.contract.js';
import { companyQuota, holderQuota, teamQuota } from '../quota-versions/quotas-at.js';
import type { Asked } from './asked.js';
import { ForecastLine } from './forecast-line.js';
import { type ForecastFigures, type ForecastRow, shownFigures, submittedOf } from './forecast-rows.js';
import { type Holder, type RolledUp, RollUp } from './roll-up.js';

type QuotaIn = (period: Period) => number | null;

/** The rows of one period; null: of what has no expected close date, about which nobody has said anything. */
export class PeriodRows {
  private readonly rollUp: RollUp;
  private readonly submissionOf;

  constructor(
    private readonly period: Period | null,
    private readonly lines: ReadonlyMap<string | null, ForecastLine>,
    private readonly spokenOf: readonly Holder[],
    private readonly asked: Asked,
  ) {
    const days = period && rangeOf(period, asked.calendar);
    this.rollUp = new RollUp(asked.organisation, lines, days === null ? () => null : asked.adjustments.of(days));
    this.submissionOf = days && asked.submissions.of(days);
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
    const { whose, organisation, quotas, calendar } = this.asked;
    if (whose !== null) return this.figures(this.rolledUp(whose), whose, (period) => this.wholeQuota(whose, period));
    return this.figures(this.rollUp.company(), null, (period) => companyQuota(quotas, organisation, period, calendar));
  }

  private ofAll(): readonly ForecastRow[] {
    if (this.lines.size === 0 && !this.spokenOf.some((holder) => this.isAsked(holder))) return [];
    return [{ ...this.place(null), ...this.whole() }];
  }

  private ofReps(): readonly ForecastRow[] {
    const owners = new Set(this.lines.keys());
    for (const holder of this.spokenOf) {
      if (holder.scope === 'rep' && this.isAsked(holder)) owners.add(holder.scopeId);
    }
    return [...owners].map((ownerId) => {
      if (ownerId === null) return this.nobodys(this.lines.get(null));
      const holder = { scope: 'rep', scopeId: ownerId } as const;
      const figures = this.figures(this.rollUp.rep(ownerId), holder, (period) => this.wholeQuota(holder, period));
      return { ...this.place(ownerId), ...figures };
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
    const { organisation, quotas, calendar, currency } = this.asked;
    const holder = { scope: 'team', scopeId: teamId } as const;
    const quota = this.quotaIn((period) => teamQuota(quotas, organisation, teamId, period, calendar));
    const withBelow = this.figures(this.rollUp.team(teamId), holder, (period) => this.wholeQuota(holder, period));
    return { ...this.place(teamId), ...shownFigures(line, { quota }, currency), withBelow };
  }

  private nobodys(line = new ForecastLine()): ForecastRow {
    return { ...this.place(null), ...shownFigures(line, {}, this.asked.currency) };
  }

  private figures({ line, adjusted }: RolledUp, holder: Holder | null, quota: QuotaIn): ForecastFigures {
    const submitted = holder === null || this.submissionOf === null ? {} : submittedOf(this.submissionOf, holder);
    const beside = this.period === null ? {} : { quota: this.quotaIn(quota), adjusted, submitted };
    return shownFigures(line, beside, this.asked.currency);
  }

  private place(group: string | null) {
    return { period: this.period && formatPeriod(this.period), group };
  }

  private quotaIn(of: QuotaIn): number | null {
    return this.period && of(this.period);
  }

  private rolledUp({ scope, scopeId }: Holder): RolledUp {
    return scope === 'rep' ? this.rollUp.rep(scopeId) : this.rollUp.team(scopeId);
  }

  private wholeQuota(holder: Holder, period: Period): number | null {
    const { organisation, quotas, calendar } = this.asked;
    return holderQuota(quotas, organisation, holder, period, calendar);
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
