const KINDS = ['probabilities', 'stages', 'owners'] as const;

/** What a what-if changes, in the address; undefined: the probabilities. */
export type WhatIfSearch = Readonly<{ kind?: (typeof KINDS)[number] | undefined }>;

export const whatIfSearchOf = ({ kind }: Readonly<Record<string, unknown>>): WhatIfSearch => {
  const known = KINDS.find((each) => each === kind);
  return known === undefined ? {} : { kind: known };
};
