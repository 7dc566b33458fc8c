import { PeriodText, ReadQuery } from '#http/fields.js';
import { notFound } from '#http/problem.js';
import type { ReadAt } from '#http/read-at.js';
import { type Period, parsePeriod } from '#kernel/period.js';
import { membersOf, type Organisation } from '#people/people-directory/organisation.contract.js';
import type { Holder } from './forecast/roll-up.js';

/** The parameters of a question about a rep or a team in a period. */
export class HolderInPeriodQuery extends ReadQuery {
  @PeriodText()
  period!: string;
}

/** The parameters are checked: it is a period. */
export const askedPeriod = ({ period }: HolderInPeriodQuery): Period => parsePeriod(period) as Period;

/** @throws ProblemException (404) when there was no such rep or team */
export const expectThere = (organisation: Organisation, holder: Holder, { asOf }: ReadAt): void => {
  if (!isThere(organisation, holder)) throw notFound(`There is no ${holder.scope} ${holder.scopeId} as of ${asOf}`);
};

export const isThere = ({ reps, teams }: Organisation, { scope, scopeId }: Holder): boolean =>
  (scope === 'rep' ? reps : teams).has(scopeId);

/** The rep, or the reps of the team and of those below it. */
export const repsOf = (organisation: Organisation, { scope, scopeId }: Holder): readonly string[] =>
  scope === 'rep' ? [scopeId] : membersOf(organisation, scopeId);
