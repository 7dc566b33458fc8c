import { versionsOf } from '#projections/versions.js';
import { repDecider } from '../domain/rep.state.js';
import { teamDecider } from '../domain/team.state.js';

/** Who is, and was, a rep, in which team, role and region. */
export const repVersions = versionsOf(repDecider, { name: 'rep-versions', version: 1 });

/** Which teams there are, and were, and below which. */
export const teamVersions = versionsOf(teamDecider, { name: 'team-versions', version: 1 });
