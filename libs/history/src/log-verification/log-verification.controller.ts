import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { type EventStore, STORED_LOG } from '#event-store/event-store.js';
import type { AnnalsRequest } from '#http/command-context.param.js';
import { Text } from '#http/fields.js';
import { badInput, notAllowed, notFound } from '#http/problem.js';
import { instantOf } from '#kernel/instant.js';
import { mustBe } from '#people/access.contract.js';
import { AUDIT_KEYS, type AuditKeys } from '#tamper-evidence/audit-keys.js';
import { type Checkpoint, checkpointOf, readCheckpoint } from '#tamper-evidence/checkpoint.js';
import { SEAL_STORE, type SealStore } from '#tamper-evidence/seal-store.js';
import { type Verification, verifyLog } from '#tamper-evidence/verify-log.js';

class VerifyQuery {
  @Text({
    optional: true,
    max: 2_000,
    description: 'What `/audit/checkpoint` answered once: is all of it still there?',
  })
  checkpoint?: string;
}

@ApiTags('audit')
@Controller('audit')
export class LogVerificationController {
  /** By checkpoint: who asks for the same while it is being looked into waits for that answer. */
  private readonly underWay = new Map<string, Promise<Verification>>();

  constructor(
    @Inject(STORED_LOG) private readonly events: EventStore,
    @Inject(SEAL_STORE) private readonly seals: SealStore,
    @Inject(AUDIT_KEYS) private readonly keys: AuditKeys,
  ) {}

  @Get('verify')
  @ApiOperation({ summary: 'Hold the whole log against its seals; for admins and analysts' })
  async verifyLog(@Query() { checkpoint = '' }: VerifyQuery, @Req() request: AnnalsRequest): Promise<Verification> {
    mayAudit(request);
    const read = checkpoint === '' ? null : readCheckpoint(checkpoint);
    if (checkpoint !== '' && read === null) {
      throw badInput([{ path: 'checkpoint', message: 'is no exported checkpoint' }]);
    }
    const running = this.underWay.get(checkpoint) ?? this.verify(read);
    this.underWay.set(checkpoint, running);
    return running.finally(() => this.underWay.delete(checkpoint));
  }

  @Get('checkpoint')
  @ApiOperation({ summary: 'A signed checkpoint of the log, to be kept elsewhere; for admins and analysts' })
  async exportCheckpoint(@Req() request: AnnalsRequest): Promise<Checkpoint> {
    mayAudit(request);
    const last = await this.seals.last();
    if (last === null) throw notFound('Nothing is sealed yet');
    return checkpointOf(last, this.keys, instantOf(Date.now()));
  }

  private verify(checkpoint: Checkpoint | null): Promise<Verification> {
    const { events, seals, keys } = this;
    return verifyLog({ events, seals, keys, now: Date.now(), ...(checkpoint && { checkpoint }) });
  }
}

const mayAudit = ({ actor }: AnnalsRequest): void => {
  const denied = actor ? mustBe(actor, 'analyst') : null;
  if (denied) throw notAllowed(denied.detail);
};
