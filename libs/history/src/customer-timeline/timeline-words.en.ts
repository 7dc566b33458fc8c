import type { Says, TimelineLanguage } from './timeline-words.js';

const titled = (thing: string, { title }: Says): string => (title === null ? thing : `${thing} “${title}”`);

const because = (reason: string | null): string => (reason === null ? '' : `: ${reason}`);

const directed = (direction: 'inbound' | 'outbound' | null, received: string, made: string, done: string): string => {
  if (direction === null) return done;
  return direction === 'inbound' ? received : made;
};

const minutes = (seconds: number | null): string =>
  seconds === null ? '' : `, ${Math.max(1, Math.round(seconds / 60))} min`;

const changed = (fields: object): string => Object.keys(fields).sort().join(', ');

const minute = (instant: string): string => `${instant.slice(0, 16).replace('T', ' ')} UTC`;

const correction = <T>(
  field: string,
  corrected: Readonly<{ from: T; to: T; until: string | null }> | null,
  say: (value: T) => string,
): string | null => {
  if (corrected === null) return null;
  const { from, to, until } = corrected;
  return `${field} ${say(to)} instead of ${say(from)}${until === null ? '' : ` until ${minute(until)}`}`;
};

const category = (name: string | null): string => name ?? 'what its stage says';

export const english: TimelineLanguage = {
  locale: 'en',
  admin: 'Administrator',
  system: 'Annals',
  nobody: 'nobody',
  unreadable: (type) => `An event that cannot be read (${type})`,
  words: {
    CustomerAdded: ({ name, ownerId }, { rep }) =>
      ownerId === null
        ? `Customer “${name}” added to the shared pool`
        : `Customer “${name}” added, looked after by ${rep(ownerId)}`,
    CustomerAssigned: ({ from, to }, { rep }) =>
      from === null ? `Customer assigned to ${rep(to)}` : `Customer assigned to ${rep(to)}, before with ${rep(from)}`,
    CustomerReleased: ({ from, reason }, { rep }) =>
      `Customer released by ${rep(from)} to the shared pool${because(reason)}`,
    CustomerClaimed: ({ ownerId }, { rep }) => `Customer claimed from the shared pool by ${rep(ownerId)}`,
    CustomerProfileChanged: ({ to }) => `Profile changed: ${changed(to)}`,
    CustomerContactAdded: ({ contact }) => `Contact ${contact.name} added`,
    CustomerContactChanged: ({ to }) => `Contact ${to.name} changed`,
    CustomerContactRemoved: ({ contact }) => `Contact ${contact.name} removed`,

    CustomerMerged: ({ into }) => `Customer merged into ${into}`,
    CustomerErased: ({ reason }) => `Personal data erased${because(reason)}`,
    CustomerErasureCompleted: () => 'Erasure completed: the key of the personal data is destroyed',

    LeadCaptured: ({ name, source }) => `Lead “${name}” captured${source === null ? '' : ` from ${source}`}`,
    LeadQualified: ({ note }) => `Lead qualified${because(note)}`,
    LeadDisqualified: ({ reason }) => `Lead disqualified: ${reason}`,
    LeadConverted: ({ deal }) => (deal === null ? 'Lead converted' : `Lead converted, with the deal “${deal.name}”`),
    LeadConversionCompleted: () => 'Conversion completed: the customer is there',

    DealOpened: ({ name, stage, amount }, says) =>
      `Deal “${name}” opened in ${says.stage(stage)} for ${says.money(amount)}`,
    DealAdvanced: ({ from, to }, says) =>
      `${titled('Deal', says)} advanced from ${says.stage(from)} to ${says.stage(to)}`,
    DealMovedBack: ({ from, to, reason }, says) =>
      `${titled('Deal', says)} moved back from ${says.stage(from)} to ${says.stage(to)}${because(reason)}`,
    DealAmountChanged: ({ from, to }, says) =>
      `${titled('Deal', says)} changed from ${says.money(from)} to ${says.money(to)}`,
    DealLinesChanged: ({ from, to }, says) =>
      `${titled('Deal', says)} has other lines, from ${says.money(from)} to ${says.money(to)}`,
    DealRescheduled: ({ from, to }, says) => {
      const before = from === null ? '' : `, before on ${from}`;
      return to === null
        ? `${titled('Deal', says)} has no expected close date any more${before}`
        : `${titled('Deal', says)} expected to close on ${to}${before}`;
    },
    DealCategorized: ({ from, to }, says) =>
      `${titled('Deal', says)} forecast as ${category(to)}, before as ${category(from)}`,
    DealReassigned: ({ from, to }, says) =>
      `${titled('Deal', says)} reassigned from ${says.rep(from)} to ${says.rep(to)}`,
    DealSplit: ({ to }, says) =>
      to === null
        ? `${titled('Deal', says)} credited to its owner alone again`
        : `${titled('Deal', says)} credited to ${to.map(({ repId, basisPoints }) => `${says.rep(repId)} (${basisPoints / 100} %)`).join(', ')}`,
    DealWon: ({ amount, ownerId, signedOn }, says) =>
      `${titled('Deal', says)} won by ${says.rep(ownerId)} for ${says.money(amount)}, signed on ${signedOn}`,
    DealLost: ({ amount, reason, competitor }, says) =>
      `${titled('Deal', says)} lost, ${says.money(amount)}: ${reason}${competitor === null ? '' : ` (to ${competitor})`}`,
    DealReopened: ({ was, stage, reason }, says) =>
      `${titled('Deal', says)}, ${was === 'Won' ? 'won' : 'lost'} before, reopened in ${says.stage(stage)}: ${reason}`,
    DealCorrected: ({ effectiveAt, amount, stage, expectedCloseOn, ownerId, reason }, says) => {
      const corrections = [
        correction('amount', amount, says.money),
        correction('stage', stage, says.stage),
        correction('expected close date', expectedCloseOn, (day) => day ?? 'none'),
        correction('owner', ownerId, says.rep),
      ].filter((text) => text !== null);
      return `${titled('Deal', says)} corrected as of ${minute(effectiveAt)}, ${corrections.join(', ')}: ${reason}`;
    },

    CallLogged: ({ direction, durationSeconds, outcome }, says) => {
      const call = directed(direction, 'Call received', 'Call made', 'Call');
      return `${titled(call, says)}${minutes(durationSeconds)}${because(outcome)}`;
    },
    EmailLogged: ({ direction }, says) => titled(directed(direction, 'E-mail received', 'E-mail sent', 'E-mail'), says),
    MeetingLogged: ({ outcome }, says) => `${titled('Meeting', says)}${because(outcome)}`,
    NoteTaken: ({ text }, says) => `${titled('Note', says)}${because(text)}`,
    TaskAdded: ({ repId, dueOn }, says) =>
      `${titled('Task', says)} for ${says.rep(repId)}${dueOn === null ? '' : `, due on ${dueOn}`}`,
    TaskCompleted: ({ repId }, says) => `${titled('Task', says)} completed by ${says.rep(repId)}`,
    TaskReassigned: ({ from, to }, says) => `${titled('Task', says)} passed from ${says.rep(from)} to ${says.rep(to)}`,
  },
};
