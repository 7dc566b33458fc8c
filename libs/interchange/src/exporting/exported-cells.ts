import type { DomainEvent, Recorded } from '#kernel/event.js';

/** Who did it and when it was true, as every file has it. */
export const provenanceCells = ({ meta }: Recorded<DomainEvent>): { occurred_at: string; actor_id: string } => ({
  occurred_at: meta.at,
  actor_id: meta.by,
});

/** The cell `details`: what has no column, as JSON; empty when nothing is left to say. */
export const detailsOf = ({ meta }: Recorded<DomainEvent>, details: Readonly<Record<string, unknown>> = {}): string => {
  const all = { ...details, ...(meta.onBehalfOf !== undefined && { onBehalfOf: meta.onBehalfOf }) };
  return Object.keys(all).length === 0 ? '' : JSON.stringify(all);
};

/** The cells of a row of what became of a record, beside those that say whose it is. */
export const changeCells = <C extends object>(
  event: Recorded<DomainEvent>,
  { details, ...cells }: C & Readonly<{ details?: Readonly<Record<string, unknown>> }>,
) => ({
  ...cells,
  ...provenanceCells(event),
  details: detailsOf(event, details),
  revision: String(event.revision),
});
