import { type DynamicModule, Global, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { CommandRunner } from '#commands/command-runner.js';
import { EventRegistry } from '#commands/event-registry.js';
import type { Platform } from '#composition/platform.js';
import { SETTINGS } from '#config/settings.js';
import { DealFigures } from '#deals/deal-figures/deal-figures.contract.js';
import { EVENT_STORE, STORED_LOG } from '#event-store/event-store.js';
import { VersionReads } from '#http/version-reads.js';
import { JOBS } from '#jobs/jobs.js';
import { KeyRing } from '#privacy/key-ring.js';
import { ReadModels } from '#projections/read-models.js';
import { READ_STORE } from '#read-store/read-store.js';
import { AUDIT_KEYS } from '#tamper-evidence/audit-keys.js';
import { SEAL_STORE } from '#tamper-evidence/seal-store.js';

export const ADMIN_TOKEN = Symbol('AdminToken');

/** Hands the opened stores and what stands on them to every module. */
@Global()
@Module({})
export class PlatformModule {
  static with(platform: Platform, adminToken: string): DynamicModule {
    const providers = [
      { provide: SETTINGS, useValue: platform.settings },
      { provide: EVENT_STORE, useValue: platform.events },
      { provide: STORED_LOG, useValue: platform.log },
      { provide: READ_STORE, useValue: platform.reads },
      { provide: SEAL_STORE, useValue: platform.seals },
      { provide: AUDIT_KEYS, useValue: platform.auditKeys },
      { provide: JOBS, useValue: platform.jobs },
      { provide: KeyRing, useValue: platform.keys },
      { provide: EventRegistry, useValue: platform.registry },
      { provide: CommandRunner, useValue: platform.runner },
      { provide: ReadModels, useValue: platform.readModels },
      { provide: DealFigures, useValue: platform.figures },
      { provide: ADMIN_TOKEN, useValue: adminToken },
      VersionReads,
    ];
    return { module: PlatformModule, imports: [CqrsModule.forRoot()], providers, exports: [...providers, CqrsModule] };
  }
}
