import type { DealEnd, StageVisit } from './observed-deal.js';

type Status = 'Open' | 'Won' | 'Lost';

/**
 * Follows a deal from state to state, oldest first: the stays in stages that they make up, and its end. A deal that is
 * open again begins a new stay, and has no end until it is closed once more.
 */
export class StageWalk {
  private readonly stays: { stage: string; from: number; to: number | null }[] = [];
  private closed: DealEnd | null = null;

  /**
   * What the deal was from a day on, until the next state.
   * @param signedDay when the day began on which a won deal was signed
   */
  enter(day: number, stage: string, status: Status, signedDay: number | null): void {
    const last = this.stays.at(-1);
    const isOpen = status === 'Open';
    if (isOpen && this.closed === null && last?.stage === stage) return;
    if (last?.to === null) last.to = day;
    if (isOpen) this.stays.push({ stage, from: day, to: null });
    this.closed = isOpen ? null : (this.closed ?? { kind: status === 'Won' ? 'won' : 'lost', day, signedDay });
  }

  get visits(): readonly StageVisit[] {
    return this.stays;
  }

  /** Null while it is open. */
  get end(): DealEnd | null {
    return this.closed;
  }
}
