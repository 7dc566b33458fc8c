/** What a form of the quick entry is told: whom and what it is about, if that is known, and what to do when it is done. */
export type AboutProps = Readonly<{ customerId?: string; dealId?: string; onDone: () => void }>;
