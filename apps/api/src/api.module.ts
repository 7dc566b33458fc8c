import { type DynamicModule, Module } from '@nestjs/common';
import { capabilityModules } from '#composition/capability-modules.js';
import type { Platform } from '#composition/platform.js';
import { SessionController } from './auth/session.controller.js';
import { ChangeStreamController } from './changes/change-stream.controller.js';
import { LiveChanges } from './changes/live-changes.js';
import { HealthController } from './operations/health.controller.js';
import { MetricsController } from './operations/metrics.controller.js';
import { Metrics } from './operations/metrics.js';
import { ProjectionsController } from './operations/projections.controller.js';
import { PlatformModule } from './platform.module.js';

@Module({})
export class ApiModule {
  static with(platform: Platform, adminToken: string): DynamicModule {
    return {
      module: ApiModule,
      imports: [PlatformModule.with(platform, adminToken), ...capabilityModules],
      controllers: [
        HealthController,
        ProjectionsController,
        MetricsController,
        SessionController,
        ChangeStreamController,
      ],
      providers: [LiveChanges, Metrics],
    };
  }
}
