/** Counts deals and sums what of them is somebody's, in minor units: a deal that several share is one deal. */
export class Tally {
  amount = 0;
  private whole = 0;
  private readonly split = new Set<string>();

  add(dealId: string, amount: number, isSplit: boolean): void {
    this.amount += amount;
    if (isSplit) this.split.add(dealId);
    else this.whole += 1;
  }

  get deals(): number {
    return this.whole + this.split.size;
  }
}

/** What somebody had of closed deals, in columns: there are nearly as many as deals. Times in milliseconds since 1970. */
export class ClosedShares {
  readonly dealIds: string[] = [];
  /** In minor units. */
  readonly amounts: number[] = [];
  readonly openedAt: number[] = [];
  /** Of a won deal, when the day began in UTC on which it was signed. */
  readonly closedAt: number[] = [];
  /** Places of those of split deals. */
  private readonly split = new Set<number>();

  add(dealId: string, amount: number, isSplit: boolean, openedAt: number, closedAt: number): void {
    if (isSplit) this.split.add(this.dealIds.length);
    this.dealIds.push(dealId);
    this.amounts.push(amount);
    this.openedAt.push(openedAt);
    this.closedAt.push(closedAt);
  }

  /** What was closed from `from` on, before `to`. */
  tallyBetween(from: number, to: number, tally: Tally): void {
    const { closedAt } = this;
    for (let place = 0; place < closedAt.length; place += 1) {
      const at = closedAt[place] as number;
      if (from <= at && at < to) this.tally(place, tally);
    }
  }

  tally(place: number, tally: Tally): void {
    const isSplit = this.split.size > 0 && this.split.has(place);
    tally.add(this.dealIds[place] as string, this.amounts[place] as number, isSplit);
  }
}
