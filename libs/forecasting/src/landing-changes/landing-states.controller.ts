import { Controller, Get, Inject, Query } from '@nestjs/common';
import { DocumentedRead } from '#http/documented.js';
import { ListQuery, OneOf, PeriodText } from '#http/fields.js';
import { readAnswer } from '#http/read-answer.js';
import { readAtOf } from '#http/read-at.js';
import { listVersions } from '#projections/list-versions.js';
import { ReadModels } from '#projections/read-models.js';
import type { Version } from '#projections/versions.js';
import { type Range, READ_STORE, type ReadStore } from '#read-store/read-store.js';
import { LANDING_STATES } from '../domain/landing.js';
import type { LandingWatch } from '../domain/landing-watch.state.js';
import { shownReason } from '../landing/shown-reason.js';
import { landingWatches } from './landing-watch.projection.js';

class LandingStatesQuery extends ListQuery {
  @OneOf(LANDING_STATES, { optional: true, description: 'Only those in this state' })
  state?: string;

  @PeriodText({ optional: true })
  period?: string;
}

@Controller('landings')
export class LandingStatesController {
  constructor(
    private readonly readModels: ReadModels,
    @Inject(READ_STORE) private readonly store: ReadStore,
  ) {}

  @Get()
  @DocumentedRead({
    tag: 'forecasting',
    summary: 'Who will miss their quota, who has met it: the states of the quotas that are watched, as last told',
  })
  async listLandingStates(@Query() query: LandingStatesQuery) {
    const at = readAtOf(query);
    const position = await this.readModels.reach([landingWatches], at.after);
    const { state, period } = query;
    const page = await listVersions(this.store, landingWatches.documents, {
      at,
      range: rangeOf(query),
      matches: (watch) => (state ?? watch.to) === watch.to && (period ?? watch.period) === watch.period,
      page: query,
    });
    return readAnswer(at, position, { items: page.items.map(shown), next: page.next });
  }
}

const rangeOf = ({ state, period }: LandingStatesQuery): Range => {
  if (period !== undefined) return { index: 'byPeriod', equals: { period } };
  return state === undefined ? { index: 'byId' } : { index: 'byState', equals: { to: state } };
};

const shown = ({ state: watch }: Version<LandingWatch>) => ({
  ...(watch.scope === 'rep' ? { repId: watch.scopeId } : { teamId: watch.scopeId }),
  period: watch.period,
  state: watch.to,
  before: watch.from,
  since: watch.since,
  quota: watch.quota,
  won: watch.won,
  projected: watch.projected,
  reasons: watch.reasons.map((reason) => shownReason(reason, watch.quota.currency)),
  told: watch.told,
});
