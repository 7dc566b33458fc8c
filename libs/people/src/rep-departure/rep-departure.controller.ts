import { Controller, Get, Inject, Query } from '@nestjs/common';
import { DocumentedRead } from '#http/documented.js';
import { ReadQuery } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { notFound } from '#http/problem.js';
import { readAnswer } from '#http/read-answer.js';
import { readAtOf } from '#http/read-at.js';
import { JOBS, type Jobs } from '#jobs/jobs.js';
import { ReadModels } from '#projections/read-models.js';
import { scanAll } from '#projections/scan-all.js';
import { stateAt } from '#projections/versions.js';
import { READ_STORE, type ReadStore } from '#read-store/read-store.js';
import { HERITAGES, type Heritage } from '../heritage.contract.js';
import { presenceOf, repVersions } from '../people-directory/people-directory.projections.js';

/** One line of the receipt of a departure. */
export type ReceiptLine = Readonly<{ kind: Heritage['kind']; id: string; to: string | null }>;

@Controller('reps')
export class RepDepartureController {
  constructor(
    private readonly readModels: ReadModels,
    @Inject(READ_STORE) private readonly store: ReadStore,
    @Inject(JOBS) private readonly jobs: Jobs,
    @Inject(HERITAGES) private readonly heritages: readonly Heritage[],
  ) {}

  @Get(':id/departure')
  @DocumentedRead({ tag: 'people', summary: "How far a departed rep's handover is, and its receipt" })
  async getDeparture(@IdParam() id: string, @Query() query: ReadQuery) {
    const at = readAtOf(query);
    const needed = [repVersions, ...this.heritages.map(({ handovers }) => handovers)];
    const position = await this.readModels.reach(needed, at.after);
    const entry = await this.store.collection(repVersions.documents).get(id);
    const rep = stateAt(entry?.doc, at.asOf, at.knownAt);
    if (!rep?.departure) throw notFound(`There is no departure of a rep ${id} as of ${at.asOf}`);
    const { departureId, on, successors, reason, handover } = rep.departure;
    const job = await this.jobs.status(departureId);
    return readAnswer(at, position, {
      id: departureId,
      repId: id,
      on,
      successors,
      reason,
      state: presenceOf(rep),
      job: job && { state: job.state, attempts: job.attempts, progress: job.progress, error: job.error },
      handedOver: handover,
      receipt: await this.receiptOf(departureId, at),
    });
  }

  private async receiptOf(
    departureId: string,
    { asOf, knownAt }: Readonly<{ asOf: string; knownAt: string }>,
  ): Promise<readonly ReceiptLine[]> {
    const lines: ReceiptLine[] = [];
    const range = { index: 'byDeparture', equals: { departureId } };
    for (const { kind, handovers } of this.heritages) {
      for await (const { doc } of scanAll(this.store.collection(handovers.documents), range)) {
        if (doc.at <= asOf && doc.recordedAt <= knownAt) lines.push({ kind, id: doc.id, to: doc.to });
      }
    }
    return lines;
  }
}
