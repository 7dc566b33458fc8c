import type { AnyDecider } from '#commands/event-registry.js';
import type { Instant } from '#kernel/instant.js';
import type { Json } from '#kernel/json.js';
import type { Personal } from '#kernel/personal.js';
import { allFacts, type CustomerFact, type FactSources } from '../customer-timeline/customer-facts.js';

/** What one event says of a person, by field: who recorded it, and when it was true and known. */
export type PersonalFact = Readonly<{
  eventId: string;
  type: string;
  at: Instant;
  recordedAt: Instant;
  by: string;
  onBehalfOf: string | null;
  position: string;
  dealId: string | null;
  activityId: string | null;
  personal: Readonly<Record<string, Json>>;
}>;

/** Every event of a customer that says something personal, the first one of the log first. */
export const personalFacts = async (
  sources: FactSources,
  deciders: readonly AnyDecider[],
  customerId: string,
  at: Readonly<{ asOf: Instant; knownAt: Instant }>,
): Promise<readonly PersonalFact[]> => {
  const fieldsOf = new Map(
    deciders.flatMap(({ personal = {} }) =>
      Object.entries<Personal<never> | undefined>(personal).map(
        ([type, declared]) => [type, declared?.fields as readonly string[] | undefined] as const,
      ),
    ),
  );
  return (await allFacts(sources, customerId)).flatMap((entry) => {
    const fields = fieldsOf.get(entry.fact.type);
    return fields && entry.at <= at.asOf && entry.recordedAt <= at.knownAt ? [factOf(entry, fields)] : [];
  });
};

const factOf = (entry: CustomerFact, fields: readonly string[]): PersonalFact => ({
  eventId: entry.eventId,
  type: entry.fact.type,
  at: entry.at,
  recordedAt: entry.recordedAt,
  by: entry.by,
  onBehalfOf: entry.onBehalfOf,
  position: String(entry.position),
  dealId: entry.dealId,
  activityId: entry.activityId,
  personal: Object.fromEntries(
    fields.flatMap((field) => {
      const value = field
        .split('.')
        .reduce<Json | undefined>(
          (inner, key) => (inner as Readonly<Record<string, Json>> | null)?.[key],
          entry.fact.data as Json,
        );
      return value === undefined || value === null ? [] : [[field, value]];
    }),
  ),
});
