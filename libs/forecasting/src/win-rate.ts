/** won ÷ (won + lost), by close date; null when nothing was closed. */
export const winRateOf = (won: number, lost: number): number | null => (won + lost === 0 ? null : won / (won + lost));
