import type { Decision } from '#commands/command-runner.js';
import {
  type Customer,
  type CustomerEvent,
  customerDecider,
  customerDecisions,
} from '#customers/customers.contract.js';
import { isRejected } from '#kernel/outcome.js';
import { customerCommands } from '../annals/customer-commands.js';
import type { DuplicateChoice } from '../domain/import.events.js';
import type { Mapped, Mapping } from '../loading/mapping.js';
import type { Importing, RecordCommands } from '../loading/record-commands.js';
import type { Row } from '../rows/row.js';
import type { DuplicatePlan } from './duplicate-plan.js';

type Decide = Decision<Customer | null, CustomerEvent, string>;
type Commands = RecordCommands<Customer | null, CustomerEvent, string>;

type Planned = Readonly<{ row: Row; id: string; commands: Commands['commands']; into: string }>;

/**
 * Makes the commands of rows of customers by what was chosen for those that are duplicates. Whose duplicate a row is was
 * planned before any was imported: whether that row was accepted is asked when the others have been.
 */
export class PlannedCustomers {
  readonly #planned: Planned[] = [];
  readonly #there = new Set<string>();
  /** For whom a row was to stand for and who is not there: the first of those rows that was accepted. */
  readonly #standIns = new Map<string, string>();

  constructor(
    private readonly choice: DuplicateChoice,
    private readonly plan: DuplicatePlan,
    private readonly importing: Importing,
  ) {}

  commandsOf(row: Row, mapping: Mapping): Mapped<Customer, CustomerEvent> {
    const mapped = customerCommands(row, mapping);
    if ('problems' in mapped) return mapped;
    const { id, commands } = mapped;
    const into = this.plan.get(id);
    if (into === undefined || this.choice === 'create') return mapped;
    this.#planned.push({ row, id, commands, into });
    if (this.choice === 'skip') return { id, commands: [] };
    const merge = this.#mergeInto(into);
    return { id, commands: commands.map((command) => ({ ...command, decide: ifMergeable(command.decide, merge) })) };
  }

  /**
   * Those who are not to be left out, as whom they stand for was rejected. Each is to be imported before the next is
   * asked for, which may be left out for it.
   */
  async *notLeftOut(): AsyncGenerator<Commands> {
    if (this.choice !== 'skip') return;
    const { report } = this.importing;
    for (const { row, id, commands, into } of this.#planned) {
      const survivor = await this.#survivorOf(into);
      if (survivor !== null && survivor !== id) {
        report.row(row.file, 'unchanged');
        report.noticed(row, 'id', 'DuplicateLeftOut');
        continue;
      }
      this.#standIns.set(into, id);
      yield { id, commands };
    }
  }

  /** For the end: what the files tell of these customers comes before they are merged. */
  async merges(): Promise<readonly Commands[]> {
    if (this.choice !== 'useExisting') return [];
    const merges: Commands[] = [];
    for (const { row, id, into } of this.#planned) {
      if (!(await this.#isThere(id))) continue;
      const survivor = await this.#survivorOf(into);
      if (survivor === null) this.#standIns.set(into, id);
      if (survivor === null || survivor === id) continue;
      this.importing.report.noticed(row, 'id', 'DuplicateMerged');
      const says = ['the same as', survivor];
      const decide = this.#mergeInto(survivor);
      merges.push({ id, commands: [{ rows: [row], counted: true, says, at: this.importing.now, late: true, decide }] });
    }
    return merges;
  }

  #mergeInto(into: string): ReturnType<typeof customerDecisions.merge> {
    return customerDecisions.merge(this.importing.runner, { into }, this.importing.actor);
  }

  /** Null: neither is there whom a row stands for, nor another row that does. */
  async #survivorOf(into: string): Promise<string | null> {
    if (await this.#isThere(into)) return into;
    const standIn = this.#standIns.get(into);
    return standIn !== undefined && (await this.#isThere(standIn)) ? standIn : null;
  }

  async #isThere(id: string): Promise<boolean> {
    if (this.#there.has(id)) return true;
    const customer = await this.importing.runner.state(customerDecider, id);
    const isThere = customer !== null && customer.erasure === undefined;
    if (isThere) this.#there.add(id);
    return isThere;
  }
}

/** Nobody is added whom the importer may then not merge. */
const ifMergeable =
  (add: Decide, merge: Decide): Decide =>
  async (customer, deciding) => {
    const outcome = await add(customer, deciding);
    if (isRejected(outcome) || outcome.length === 0) return outcome;
    const added = outcome.reduce<Customer | null>(
      (state, event) => customerDecider.evolve(state, event, deciding.at),
      customer,
    );
    const merged = await merge(added, deciding);
    return isRejected(merged) && merged.rejected === 'NotAllowed' ? merged : outcome;
  };
