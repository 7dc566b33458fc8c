import type { Decision } from '#commands/command-runner.js';
import {
  type Customer,
  type CustomerEvent,
  customerDecider,
  customerDecisions,
} from '#customers/customers.contract.js';
import type { Instant } from '#kernel/instant.js';
import { isRejected } from '#kernel/outcome.js';
import { customerCommands } from '../annals/customer-commands.js';
import type { DuplicateChoice } from '../domain/import.events.js';
import type { ReportBuilder } from '../loading/import-report.js';
import type { Mapped, Mapping } from '../loading/mapping.js';
import type { RecordCommands } from '../loading/record-loader.js';
import type { Row } from '../rows/row.js';
import type { DuplicatePlan } from './duplicate-plan.js';

type Decide = Decision<Customer | null, CustomerEvent, string>;
type Commands = RecordCommands<Customer | null, CustomerEvent, string>;

/** Makes the commands of rows of customers by what was chosen for those that are duplicates. */
export class PlannedCustomers {
  readonly #merges: Commands[] = [];

  constructor(
    private readonly choice: DuplicateChoice,
    private readonly plan: DuplicatePlan,
    private readonly report: ReportBuilder,
    /** When who is a duplicate is merged. */
    private readonly now: Instant,
  ) {}

  commandsOf(row: Row, mapping: Mapping): Mapped<Customer, CustomerEvent> {
    const mapped = customerCommands(row, mapping);
    if ('problems' in mapped) return mapped;
    const { id, commands } = mapped;
    const into = this.plan.get(id);
    if (into === undefined || this.choice === 'create') return mapped;
    if (this.choice === 'skip') {
      this.report.row(row.file, 'unchanged');
      this.report.noticed(row, 'id', 'DuplicateLeftOut');
      return { id, commands: [] };
    }
    const { runner, actor } = mapping;
    const merge = customerDecisions.merge(runner, { into }, actor);
    const says = ['the same as', into];
    this.#merges.push({
      id,
      commands: [{ rows: [row], counted: true, says, at: this.now, late: true, decide: merge }],
    });
    this.report.noticed(row, 'id', 'DuplicateMerged');
    return { id, commands: commands.map((command) => ({ ...command, decide: ifMergeable(command.decide, merge) })) };
  }

  /** For the end: what the files tell of these customers comes before they are merged. */
  get merges(): readonly Commands[] {
    return this.#merges;
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
