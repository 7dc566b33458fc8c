import { type Calendar, DAY, inOffice } from './calendar.js';
import type { DemoArguments } from './demo-arguments.js';
import { personName, slug } from './names.js';
import { Random } from './random.js';

export type DemoTeam = Readonly<{ id: string; name: string; parentId: string | null }>;

export type DemoRep = Readonly<{
  id: string;
  name: string;
  teamId: string;
  region: string;
  /** When they joined; earlier than the demo's time for those who were there already. */
  hiredAt: number;
  leftAt: number | null;
  /** Added to the log-odds that a deal gets on: about 0, most between −0.6 and 0.6. */
  skill: number;
  /** Activities, as a multiple of what is usual. */
  diligence: number;
}>;

/** Managers and analysts: they own no customers and stay. */
export type DemoStaff = Readonly<{
  id: string;
  name: string;
  teamId: string;
  role: 'manager' | 'analyst';
  region: string | null;
}>;

export type Organisation = Readonly<{
  teams: readonly DemoTeam[];
  reps: readonly DemoRep[];
  staff: readonly DemoStaff[];
  regions: readonly string[];
  /** The reps of a region who work there at that time: at least one. */
  activeIn: (region: string, time: number) => readonly DemoRep[];
  /** Who takes over from a rep that leaves: someone of the same team who stays on for longer. */
  successorsOf: (leaver: DemoRep) => readonly DemoRep[];
  managerOf: (teamId: string) => string;
}>;

const REGIONS = ['North', 'South', 'East', 'West'];
const COMPANY = 'company';
/** How many reps a team aims at. */
const TEAM_SIZE = 8;
const LEAVING_A_YEAR = 0.13;

export const organisationOf = (demo: DemoArguments, calendar: Calendar): Organisation => {
  const regions = REGIONS.slice(0, Math.min(REGIONS.length, demo.reps, Math.max(1, Math.round(demo.reps / TEAM_SIZE))));
  const perRegion = Math.max(1, Math.round(demo.reps / regions.length / TEAM_SIZE));
  const sellers = regions.flatMap((region) =>
    Array.from({ length: perRegion }, (_, index) => ({
      id: `${slug(region)}-${index + 1}`,
      name: `${region} ${index + 1}`,
      parentId: slug(region),
      region,
    })),
  );
  const idFor = namesakes();
  const reps = Array.from({ length: demo.reps }, (_, index) => {
    // Team by team in turn: each team's first rep was there from the start and stays.
    const team = sellers[index % sellers.length] as (typeof sellers)[number];
    return repOf(demo, calendar, index, { team, isAnchor: index < sellers.length, idFor });
  });
  const staff = staffOf(demo, regions, sellers, idFor);
  const byRegion = new Map(regions.map((region) => [region, reps.filter((rep) => rep.region === region)]));
  const managers = new Map(staff.filter(({ role }) => role === 'manager').map(({ teamId, id }) => [teamId, id]));
  return {
    teams: [
      { id: COMPANY, name: 'Company', parentId: null },
      ...regions.map((region) => ({ id: slug(region), name: region, parentId: COMPANY })),
      ...sellers.map(({ id, name, parentId }) => ({ id, name, parentId })),
    ],
    reps,
    staff,
    regions,
    activeIn: (region, time) => (byRegion.get(region) ?? []).filter((rep) => isActive(rep, time)),
    successorsOf: (leaver) => {
      const time = leaver.leftAt ?? 0;
      const team = (byRegion.get(leaver.region) ?? []).filter(({ teamId }) => teamId === leaver.teamId);
      return team.filter((rep) => isActive(rep, time) && (rep.leftAt ?? Number.POSITIVE_INFINITY) > time);
    },
    managerOf: (teamId) => managers.get(teamId) ?? '',
  };
};

export const isActive = ({ hiredAt, leftAt }: DemoRep, time: number): boolean =>
  hiredAt <= time && (leftAt === null || time < leftAt);

/** Gives two people of one name two ids. */
const namesakes = (): ((name: string) => string) => {
  const taken = new Map<string, number>();
  return (name) => {
    const count = (taken.get(name) ?? 0) + 1;
    taken.set(name, count);
    return count === 1 ? slug(name) : `${slug(name)}-${count}`;
  };
};

const repOf = (
  { seed, reps, months }: DemoArguments,
  { start, until }: Calendar,
  index: number,
  {
    team,
    isAnchor,
    idFor,
  }: { team: DemoTeam & { region: string }; isAnchor: boolean; idFor: (name: string) => string },
): DemoRep => {
  const random = new Random(seed, 'rep', index);
  const name = personName(random);
  const wasThere = isAnchor || random.chance(0.65);
  const hiredAt = wasThere
    ? start - random.integer(60, 1_800) * DAY
    : inOffice(start + random.between(0.05, 0.8) * (until - start));
  // In an organisation of some size somebody leaves, so that there is a handover to look at.
  const leaves = random.chance(Math.min(0.4, (LEAVING_A_YEAR * months) / 12)) || (reps > 5 && index === reps - 1);
  const earliest = Math.max(hiredAt + 60 * DAY, start + 0.3 * (until - start));
  const leftAt = inOffice(earliest + random.next() * (until - 10 * DAY - earliest));
  return {
    id: idFor(name),
    name,
    teamId: team.id,
    region: team.region,
    hiredAt,
    leftAt: leaves && !isAnchor && earliest < until - 20 * DAY ? leftAt : null,
    skill: 0.3 * random.normal(),
    diligence: random.logNormal(1, 0.25),
  };
};

const staffOf = (
  { seed }: DemoArguments,
  regions: readonly string[],
  sellers: readonly (DemoTeam & { region: string })[],
  idFor: (name: string) => string,
): readonly DemoStaff[] => {
  const random = new Random(seed, 'staff');
  const person = (teamId: string, role: DemoStaff['role'], region: string | null): DemoStaff => {
    const name = personName(random);
    return { id: idFor(name), name, teamId, role, region };
  };
  return [
    person(COMPANY, 'manager', null),
    person(COMPANY, 'analyst', null),
    ...(sellers.length > regions.length ? regions.map((region) => person(slug(region), 'manager', region)) : []),
    ...sellers.map(({ id, region }) => person(id, 'manager', region)),
  ];
};
