/** Known dirt of the data set and what is meant by it: the only changes that an import makes to what a cell says. */
const REPAIRS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  product: { GTXPro: 'GTX Pro' },
  sector: { technolgy: 'technology' },
};

/** What the cell means; null when it is as it should be. */
export const repairOf = (column: string, value: string): string | null => {
  const rules = REPAIRS[column];
  return rules && Object.hasOwn(rules, value) ? (rules[value] ?? null) : null;
};
