import type { CompanyMoney } from '#company/exchange-rates/company-money.contract.js';
import { inTurns } from '#projections/in-turns.js';
import type { SpanTable } from '../deal-figures/span-table.js';
import { DealPast, type Times } from './deal-past.js';
import { dealsOn, lookAtPath, type PathFilter, type PathVisitor } from './paths-in.js';

export type PastVisitor = (past: DealPast) => void;

/** So many deals are a step: a step for each would cost as much as reading it. */
const BATCH = 64;

/**
 * Readings of the pasts of all deals, which take turns with everybody else. Each sees every deal as it is when the
 * reading begins, however much later it comes to it: who is about to change a deal says so, and it is read before. So
 * nothing is copied, and it does not matter whether what is written meanwhile was known at the instant that is asked about.
 */
export class PastReadings {
  private readonly underWay = new Set<PastReading>();
  private last: Promise<void> = Promise.resolve();

  /** To be called before the deal is changed. */
  before(dealId: string): void {
    for (const reading of this.underWay) reading.before(dealId);
  }

  /** One question after the other: sharing the time makes none of them sooner, and what they learn takes room. */
  async oneByOne(question: () => Promise<void>): Promise<void> {
    const turn = this.last.then(question);
    this.last = turn.catch(() => undefined);
    await turn;
  }

  /** @param visitors are shown all deals, one visitor after the other */
  async read(visitors: readonly PastVisitor[], table: SpanTable, money: CompanyMoney, times: Times): Promise<void> {
    const lookAtPast = (visit: PastVisitor) => {
      const past = new DealPast(table, money, times);
      return (deal: number) => {
        if (past.moveTo(deal)) visit(past);
      };
    };
    const all = () => new Uint8Array(table.deals).fill(1);
    await this.readAll(visitors.map((visit) => new PastReading(table, all(), lookAtPast(visit))));
  }

  /** Shows the paths of the deals that the filter is about. */
  async readPaths(visit: PathVisitor, filter: PathFilter, table: SpanTable, money: CompanyMoney, times: Times) {
    const look = lookAtPath(table, money, times, visit);
    await this.readAll([new PastReading(table, dealsOn(table, filter), look)]);
  }

  private async readAll(readings: readonly PastReading[]): Promise<void> {
    for (const reading of readings) this.underWay.add(reading);
    try {
      for (const reading of readings) await inTurns(reading.batches(), (first) => reading.readBatch(first));
    } finally {
      for (const reading of readings) this.underWay.delete(reading);
    }
  }
}

class PastReading {
  private failure: Readonly<{ error: unknown }> | null = null;

  /** @param isLeft by number of the deal: 1 while it is to be looked at; those that are opened later are none of them */
  constructor(
    private readonly table: SpanTable,
    private readonly isLeft: Uint8Array,
    private readonly look: (deal: number) => void,
  ) {}

  /** The first deal of each. */
  *batches(): Generator<number> {
    for (let first = 0; first < this.isLeft.length; first += BATCH) yield first;
  }

  /** @throws what the look threw */
  readBatch(first: number): void {
    if (this.failure !== null) throw this.failure.error;
    const end = Math.min(first + BATCH, this.isLeft.length);
    for (let deal = first; deal < end; deal += 1) this.read(deal);
  }

  before(dealId: string): void {
    try {
      this.read(this.table.texts.dealId.find(dealId));
    } catch (error) {
      // It is the question that failed, and not who changes the deal.
      this.failure = { error };
    }
  }

  private read(deal: number): void {
    if (this.isLeft[deal] !== 1) return;
    this.isLeft[deal] = 0;
    this.look(deal);
  }
}
