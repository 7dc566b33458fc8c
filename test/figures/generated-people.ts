import fc from 'fast-check';
import type { Role } from '#kernel/actor.js';
import { isRejected, type Outcome } from '#kernel/outcome.js';
import { changeRepProfile } from '#people/domain/change-rep-profile.js';
import { moveRep } from '#people/domain/move-rep.js';
import { moveTeam, type TeamAbove } from '#people/domain/move-team.js';
import { renameTeam } from '#people/domain/rename-team.js';
import type { RepEvent } from '#people/domain/rep.events.js';
import { type Rep, repDecider } from '#people/domain/rep.state.js';
import type { TeamEvent } from '#people/domain/team.events.js';
import { type Team, teamDecider } from '#people/domain/team.state.js';
import { type Fact, START } from './generated-history.js';

const HOUR = 3_600_000;
/** From here on the teams and the reps of every history are there. */
const BEGIN = START + 41 * 24 * HOUR;
const TEAMS = ['north', 'far-north', 'south'];
/** Ann departs. */
const REPS = ['bob', 'cid'];

const steps = fc.array(
  fc.record({
    kind: fc.constantFrom('moveRep', 'moveRep', 'profile', 'renameTeam', 'moveTeam', 'moveTeam', 'moveTeam'),
    pick: fc.nat(1000),
    to: fc.nat(1000),
    /** Hours since the step before, and hours before now when it was true. */
    wait: fc.nat(900),
    late: fc.oneof(fc.constant(0), fc.nat(900)),
  }),
  { minLength: 4, maxLength: 24, size: 'max' },
);
type Step = typeof steps extends fc.Arbitrary<readonly (infer S)[]> ? S : never;

const pickOf = <T>(values: readonly T[], at: number): T => values[at % values.length] as T;

/** The teams and reps as the log has them, for the decisions of commands. */
class People {
  private readonly reps = new Map<string, Rep>();
  private readonly teams = new Map<string, Team>();
  private readonly lastAt = new Map<string, number>();

  constructor(facts: readonly Fact[]) {
    for (const fact of facts) this.add(fact);
  }

  add({ stream, type, data, at }: Fact): void {
    const instant = new Date(at).toISOString();
    const [category = '', id = ''] = [stream.slice(0, stream.indexOf('-')), stream.slice(stream.indexOf('-') + 1)];
    const event = { type, data } as RepEvent & TeamEvent;
    if (category === 'rep') this.reps.set(id, repDecider.evolve(this.reps.get(id) ?? null, event, instant) as Rep);
    else if (category === 'team')
      this.teams.set(id, teamDecider.evolve(this.teams.get(id) ?? null, event, instant) as Team);
    else return;
    this.lastAt.set(stream, at);
  }

  /** The fact that a step makes, if it is not refused and changes something. */
  decide({ kind, pick, to, late }: Step, now: number): Fact | null {
    const isOfRep = kind === 'moveRep' || kind === 'profile';
    const id = pickOf(isOfRep ? REPS : TEAMS, pick);
    const stream = `${isOfRep ? 'rep' : 'team'}-${id}`;
    const at = Math.max(this.lastAt.get(stream) ?? START, now - late * HOUR);
    const outcome = isOfRep ? this.ofRep(kind, id, to) : this.ofTeam(kind, id, to, at);
    const event = isRejected(outcome) ? undefined : outcome[0];
    return event === undefined ? null : { stream, ...event, at, recordedAt: now };
  }

  private ofRep(kind: Step['kind'], repId: string, to: number): Outcome<RepEvent, string> {
    const rep = this.reps.get(repId) as Rep;
    if (kind === 'moveRep') {
      const teamId = pickOf(TEAMS, to);
      return moveRep({ repId, teamId }, rep, this.teams.get(teamId) ?? null);
    }
    const role = pickOf<Role>(['rep', 'manager'], to);
    return changeRepProfile(
      { repId, profile: { name: `${repId} ${to % 5}`, role, region: pickOf(['East', 'West', null], to) } },
      rep,
    );
  }

  private ofTeam(kind: Step['kind'], teamId: string, to: number, at: number): Outcome<TeamEvent, string> {
    const team = this.teams.get(teamId) as Team;
    if (kind === 'renameTeam') return renameTeam({ teamId, name: `${teamId} ${to % 5}` }, team);
    const parentId = pickOf([null, ...TEAMS], to);
    return moveTeam({ teamId, parentId, at: new Date(at).toISOString() }, team, this.fromTeamUp(parentId));
  }

  private fromTeamUp(teamId: string | null): readonly TeamAbove[] {
    if (teamId === null) return [];
    const lastAt = new Date(this.lastAt.get(`team-${teamId}`) ?? START).toISOString();
    return [{ teamId, lastAt }, ...this.fromTeamUp(this.teams.get(teamId)?.parentId ?? null)];
  }
}

/** The same history of a business in which people and teams moved and were renamed, some of it recorded late. */
export const withChangesOfPeople = (facts: readonly Fact[]): fc.Arbitrary<readonly Fact[]> =>
  steps.map((all) => {
    const people = new People(facts);
    let now = BEGIN;
    const changes = all.flatMap((step): readonly Fact[] => {
      now += step.wait * HOUR;
      const fact = people.decide(step, now);
      if (fact === null) return [];
      people.add(fact);
      return [fact];
    });
    return [...facts, ...changes].toSorted((a, b) => a.recordedAt - b.recordedAt);
  });
