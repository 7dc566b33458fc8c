import type { DealPast, SpanView } from '#deals/deal-figures/deal-figures.contract.js';
import type { StartOfDay, WinsIn } from '#forecast-methods/deal-outlooks.contract.js';
import type { CalendarDate } from '#kernel/instant.js';
import { ClosedShares } from './closed-shares.js';

/** When a deal was expected to close, and whose it was while it was so. */
type Expected = Readonly<{ on: CalendarDate; owners: readonly (string | null)[] }>;

/** What of an open deal is somebody's. */
export type OpenShare = Readonly<{
  dealId: string;
  /** In minor units. */
  amount: number;
  isSplit: boolean;
  /** In milliseconds since 1970. */
  openedAt: number;
  expectedCloseOn: CalendarDate | null;
  /** Until now, oldest first; the latest is how it stands. */
  everExpected: readonly Expected[];
  /** Null: the deal is omitted. */
  winsIn: WinsIn | null;
}>;

/** What a rep has of the open deals, and had of the closed ones. */
export class Held {
  readonly open: OpenShare[] = [];
  readonly won = new ClosedShares();
  /** Of each of `won`, when the day of its signing began for the company, in days since 1970. */
  readonly signedDays: number[] = [];
  readonly lost = new ClosedShares();
}

/** What each rep has of the deals, so that a question about a rep costs by what the rep has. */
export class HeldDeals {
  private readonly reps = new Map<string, Held>();

  /** @param reps of whom nothing else is kept; null: all */
  constructor(
    private readonly of: ReadonlySet<string> | null,
    private readonly startOf: StartOfDay,
  ) {}

  add(past: DealPast, winsIn: WinsIn | null): void {
    const { deal } = past;
    if (deal.isSplit) {
      for (const { ownerId, amount } of deal.credits) this.addShare(past, ownerId, amount, winsIn);
    } else if (this.keeps(deal.ownerId)) {
      this.addShare(past, deal.ownerId, deal.amount, winsIn);
    }
  }

  /** By rep. @throws when it was not kept of one of them */
  heldBy(repIds: readonly string[]): readonly Held[] {
    return repIds.flatMap((repId) => {
      if (!this.keeps(repId)) throw new Error(`Nothing was read of the rep ${repId}`);
      return this.reps.get(repId) ?? [];
    });
  }

  /** What nobody owns is nobody's. */
  private keeps(ownerId: string | null): ownerId is string {
    return ownerId !== null && (this.of === null || this.of.has(ownerId));
  }

  private addShare(past: DealPast, ownerId: string | null, amount: number, winsIn: WinsIn | null): void {
    if (!this.keeps(ownerId)) return;
    const { deal } = past;
    const { dealId, isSplit, openedAt, status, expectedCloseOn, signedOn } = deal;
    const held = this.ofRep(ownerId);
    if (status === 'Open') {
      const expected = everExpected(past);
      held.open.push({ dealId, amount, isSplit, openedAt, expectedCloseOn, everExpected: expected, winsIn });
    } else if (status === 'Lost') {
      held.lost.add(dealId, amount, isSplit, openedAt, deal.closedAt);
    } else if (signedOn !== null) {
      held.won.add(dealId, amount, isSplit, openedAt, Date.parse(signedOn));
      held.signedDays.push(this.startOf(signedOn));
    }
  }

  private ofRep(repId: string): Held {
    let held = this.reps.get(repId);
    if (held === undefined) {
      held = new Held();
      this.reps.set(repId, held);
    }
    return held;
  }
}

const everExpected = (past: DealPast): readonly Expected[] => {
  const expected: Expected[] = [];
  past.each((state) => {
    const { status, expectedCloseOn: on } = state;
    if (status === 'Open' && on !== null) expected.push({ on, owners: ownersOf(state) });
  });
  return expected;
};

const ownersOf = (state: SpanView): readonly (string | null)[] =>
  state.isSplit ? state.credits.map(({ ownerId }) => ownerId) : [state.ownerId];
