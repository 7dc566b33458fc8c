import type { LandingState } from '../domain/landing.js';
import type { LandingWatch } from '../domain/landing-watch.state.js';
import { landingMoney, landingWords } from '../landing/landing-words.en.js';

const TOPICS = { met: 'quotaMet', onTrack: 'quotaOnTrack', atRisk: 'quotaAtRisk', willMiss: 'quotaWillMiss' } as const;

const SUBJECTS: Readonly<Record<LandingState, (name: string, period: string) => string>> = {
  met: (name, period) => `${name} has met the quota of ${period}: well done!`,
  onTrack: (name, period) => `${name} is on track for the quota of ${period} again`,
  atRisk: (name, period) => `${name} may miss the quota of ${period}`,
  willMiss: (name, period) => `${name} is likely to miss the quota of ${period}`,
};

/** What people are told of a change. @param name of the rep or team */
export const landingNotice = (
  { scope, scopeId, period, to, quota, won, projected, reasons }: LandingWatch,
  name: string,
) => {
  const money = landingMoney(quota.currency);
  const ahead = to === 'met' ? '' : `, ${money(projected.amount)} is expected`;
  const figures = `Won so far: ${money(won.amount)} of ${money(quota.amount)}${ahead}.`;
  return {
    topic: TOPICS[to],
    subject: SUBJECTS[to](name, period),
    text: [figures, ...reasons.map((reason) => `- ${landingWords(reason, money)}`)].join('\n'),
    about: { kind: scope, id: scopeId, period },
  };
};
