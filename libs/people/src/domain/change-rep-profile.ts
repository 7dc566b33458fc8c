import { type Outcome, reject } from '#kernel/outcome.js';
import type { RepProfile, RepProfileChanged } from './rep.events.js';
import type { Rep } from './rep.state.js';

/** A field that is left out stays as it is; null empties it. */
export type ChangeRepProfile = Readonly<{ repId: string; profile: Partial<RepProfile> }>;
export type ChangeRepProfileRefusal = 'RepDeparted';

const FIELDS = ['name', 'email', 'role', 'region'] as const satisfies readonly (keyof RepProfile)[];

export const changeRepProfile = (
  { repId, profile }: ChangeRepProfile,
  rep: Rep,
): Outcome<RepProfileChanged, ChangeRepProfileRefusal> => {
  const changed = FIELDS.filter((field) => profile[field] !== undefined && profile[field] !== rep[field]);
  if (changed.length === 0) return [];
  if (rep.departure !== null) return reject('RepDeparted', `${rep.name} left on ${rep.departure.on}`);
  const only = (values: Partial<RepProfile>): Partial<RepProfile> =>
    Object.fromEntries(changed.map((field) => [field, values[field]]));
  return [{ type: 'RepProfileChanged', data: { repId, from: only(rep), to: only(profile) } }];
};
