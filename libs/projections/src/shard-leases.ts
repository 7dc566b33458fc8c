import { Fenced, type Lease, type ReadStore } from '#read-store/read-store.js';
import { type HeldShard, nameFor, type Shard, shardsOf } from './shards.js';
import { type Holders, shareOf } from './share.js';

/** Whoever has it folds the shard; with one shard, everything. */
export const PROJECTOR_LEASE = 'projector';
/** All processes that run projections with so many shards have it together. */
export const LAYOUT_LEASE = 'projector-layout';
/** Each process that runs projections, or would, has one. */
const PROCESS_LEASE = 'projector-process';

export type ShardLeasesOptions = Readonly<{
  reads: ReadStore;
  /** Names this process. */
  holder: string;
  /** How many shards there are. */
  count: number;
  milliseconds: number;
}>;

/**
 * The shards of this process. Processes know of each other by leases, so that each has its share of the shards, and those
 * of one that died go to the others once its leases have run out.
 */
export class ShardLeases {
  private readonly shards: readonly Shard[];
  private process: string | null = null;
  private held: readonly Held[] = [];

  constructor(private readonly options: ShardLeasesOptions) {
    this.shards = shardsOf(options.count);
  }

  /**
   * Gives back what is beyond this process's share and takes what is free of it; `together`: one process shall have all.
   * Gives what it has.
   * @throws Fenced while processes with another number of shards run
   */
  async settle(together: boolean): Promise<readonly HeldShard[]> {
    await this.join();
    const { owners, share } = await this.look(together);
    for (const { lease } of this.held.slice(share)) await this.options.reads.releaseLease(lease);
    this.held = this.held.slice(0, share);
    for (const [at, shard] of this.shards.entries()) {
      if (this.held.length >= share) break;
      const isHeld = this.held.some(({ number }) => number === shard.number);
      // Somebody of this name had it and is gone: as the embedded stores have one process at a time, it need not wait.
      const isLeft = owners[at] === this.options.holder;
      if (isHeld || !(isLeft || isFree(owners[at]))) continue;
      const lease = await this.take(nameFor(PROJECTOR_LEASE, shard));
      if (lease !== null) this.held = [...this.held, { ...shard, epoch: lease.epoch, lease }];
    }
    this.held = [...this.held].sort((a, b) => a.number - b.number);
    return this.held;
  }

  /**
   * Keeps what this process has. Gives whether that is its share of what there is.
   * @throws Fenced when it is another's meanwhile
   */
  async renew(together: boolean): Promise<boolean> {
    await this.join();
    const renewed = await Promise.all(this.held.map(({ lease }) => this.take(lease.name)));
    const lost = this.held.filter(({ epoch }, at) => renewed[at]?.epoch !== epoch);
    if (lost.length > 0) {
      throw new Fenced(`Another projector has the lease ${lost.map(({ lease }) => lease.name).join(', ')}`);
    }
    const { owners, share } = await this.look(together);
    return this.held.length === share || (this.held.length < share && !owners.some(isFree));
  }

  /** Gives everything back: the others take it over at once. */
  async leave(): Promise<void> {
    const { reads } = this.options;
    const leases = this.held.map(({ lease }) => lease);
    this.held = [];
    for (const lease of leases) await reads.releaseLease(lease);
    const processes = await this.processes();
    const own = processes.find(({ name }) => name === this.process);
    this.process = null;
    if (own) await reads.releaseLease(own);
    const layout = await reads.leaseOf(LAYOUT_LEASE);
    if (own && layout && processes.length === 1) await reads.releaseLease(layout);
  }

  private async join(): Promise<void> {
    const { reads, count, milliseconds } = this.options;
    // One holder for all of them: so nobody else gets it, and each of them renews it.
    if ((await reads.acquireLease(LAYOUT_LEASE, layoutOf(count), milliseconds)) === null) throw this.waiting();
    if (this.process !== null && (await this.take(this.process)) !== null) return;
    for (let number = 1; ; number += 1) {
      this.process = `${PROCESS_LEASE}/${number}`;
      if ((await this.take(this.process)) !== null) return;
    }
  }

  private async look(together: boolean): Promise<Readonly<{ owners: Holders['owners']; share: number }>> {
    const { reads, holder } = this.options;
    const live = (await reads.leases(PROJECTOR_LEASE)).filter(isLive);
    const names = this.shards.map((shard) => nameFor(PROJECTOR_LEASE, shard));
    if (live.some(({ name }) => !names.includes(name))) throw this.waiting();
    const owners = names.map((name) => live.find((lease) => lease.name === name)?.holder ?? null);
    const processes = (await this.processes()).map((lease) => lease.holder);
    return { owners, share: shareOf(holder, { owners, processes }, together) };
  }

  private waiting(): Fenced {
    const { count } = this.options;
    return new Fenced(
      `Projections run with another number of shards than ${count}: this one waits until they have stopped`,
    );
  }

  private async processes(): Promise<readonly Lease[]> {
    return (await this.options.reads.leases(PROCESS_LEASE)).filter(isLive);
  }

  private take(name: string): Promise<Lease | null> {
    return this.options.reads.acquireLease(name, this.options.holder, this.options.milliseconds);
  }
}

type Held = HeldShard & Readonly<{ lease: Lease }>;

/** The shards that the layout's lease is about, also when it has expired; one when nobody has it. */
export const shardsOfLayout = (layout: Lease | null): readonly Shard[] =>
  shardsOf(Number.parseInt(layout?.holder ?? '1', 10));

/** Holder of the layout's lease. */
const layoutOf = (count: number): string => `${count} shards`;

const isLive = ({ expiresAt }: Lease): boolean => expiresAt > Date.now();

const isFree = (owner: string | null | undefined): boolean => owner == null;
