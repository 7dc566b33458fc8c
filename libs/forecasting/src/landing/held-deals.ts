import type { DealPast, SpanView } from '#deals/deal-figures/deal-figures.contract.js';
import type { StartOfDay, WinsIn, WonDeal } from '#forecast-methods/deal-outlooks.contract.js';
import type { CalendarDate } from '#kernel/instant.js';

/** What of a deal is somebody's, as it stood at the instant. `amount` in minor units, times in milliseconds since 1970. */
export type Share = Readonly<{ dealId: string; amount: number; isSplit: boolean; openedAt: number }>;

/** When a deal was expected to close, and whose it was while it was so. */
type Expected = Readonly<{ on: CalendarDate; owners: readonly (string | null)[] }>;

export type OpenShare = Share &
  Readonly<{
    expectedCloseOn: CalendarDate | null;
    /** Until now, oldest first; the latest is how it stands. */
    everExpected: readonly Expected[];
    /** Null: the deal is omitted. */
    winsIn: WinsIn | null;
  }>;

export type WonShare = Share & WonDeal & Readonly<{ signedOn: CalendarDate }>;

export type LostShare = Share & Readonly<{ closedAt: number }>;

/** What some reps have of the open deals, and had of the closed ones. */
export type Held = Readonly<{ open: readonly OpenShare[]; won: readonly WonShare[]; lost: readonly LostShare[] }>;

type OfRep = Readonly<{ open: OpenShare[]; won: WonShare[]; lost: LostShare[] }>;

/** What each rep has of the deals, so that a question about a rep costs by what the rep has. */
export class HeldDeals {
  private readonly reps = new Map<string, OfRep>();

  /** @param reps of whom nothing else is kept; null: all */
  constructor(
    private readonly of: ReadonlySet<string> | null,
    private readonly startOf: StartOfDay,
  ) {}

  add(past: DealPast, winsIn: WinsIn | null): void {
    const { deal } = past;
    if (!deal.isSplit) {
      const { ownerId } = deal;
      if (this.keeps(ownerId)) this.addShare(past, ownerId, deal.amount, winsIn);
      return;
    }
    for (const { ownerId, amount } of deal.credits) {
      if (this.keeps(ownerId)) this.addShare(past, ownerId, amount, winsIn);
    }
  }

  /** @throws when it was not kept of one of them */
  heldBy(repIds: readonly string[]): Held {
    const held = repIds.map((repId) => {
      if (!this.keeps(repId)) throw new Error(`Nothing was read of the rep ${repId}`);
      return this.reps.get(repId) ?? NOTHING;
    });
    return {
      open: held.flatMap(({ open }) => open),
      won: held.flatMap(({ won }) => won),
      lost: held.flatMap(({ lost }) => lost),
    };
  }

  /** What nobody owns is nobody's. */
  private keeps(ownerId: string | null): ownerId is string {
    return ownerId !== null && (this.of === null || this.of.has(ownerId));
  }

  private addShare(past: DealPast, ownerId: string, amount: number, winsIn: WinsIn | null): void {
    const { deal } = past;
    const { dealId, isSplit, openedAt, status, signedOn } = deal;
    const share = { dealId, amount, isSplit, openedAt };
    const held = this.ofRep(ownerId);
    if (status === 'Open') {
      held.open.push({ ...share, expectedCloseOn: deal.expectedCloseOn, everExpected: everExpected(past), winsIn });
    } else if (status === 'Lost') {
      held.lost.push({ ...share, closedAt: deal.closedAt });
    } else if (signedOn !== null) {
      const [openedDay, signedDay] = [openedAt / DAY_MS, this.startOf(signedOn)];
      held.won.push({ ...share, ownerId, signedOn, openedDay, signedDay });
    }
  }

  private ofRep(repId: string): OfRep {
    let held = this.reps.get(repId);
    if (held === undefined) {
      held = { open: [], won: [], lost: [] };
      this.reps.set(repId, held);
    }
    return held;
  }
}

const DAY_MS = 86_400_000;
const NOTHING: Held = { open: [], won: [], lost: [] };

const everExpected = (past: DealPast): readonly Expected[] => {
  const expected: Expected[] = [];
  past.each((state) => {
    const { status, expectedCloseOn: on } = state;
    if (status === 'Open' && on !== null) expected.push({ on, owners: ownersOf(state) });
  });
  return expected;
};

const ownersOf = ({ isSplit, ownerId, credits }: SpanView): readonly (string | null)[] =>
  isSplit ? credits.map((credit) => credit.ownerId) : [ownerId];
