/** The deal whose panel lies over the page, in the address: none, no panel. */
export type DealSearch = Readonly<{ deal?: string }>;

export const dealSearchOf = ({ deal }: Readonly<Record<string, unknown>>): DealSearch =>
  // A name of digits alone is read from an address as a number.
  typeof deal === 'string' || typeof deal === 'number' ? { deal: String(deal) } : {};

/** The same page with the panel of a deal over it, for a link or a way there. */
export const toDeal = (dealId: string) =>
  ({ to: '.', search: ((old: object) => ({ ...old, deal: dealId })) as never, resetScroll: false }) as const;
