import { type DynamicModule, Module } from '@nestjs/common';
import { capabilityModules } from '#composition/capability-modules.js';
import type { Platform } from '#composition/platform.js';
import { SessionController } from './auth/session.controller.js';
import { ChangeStreamController } from './changes/change-stream.controller.js';
import { LiveChanges } from './changes/live-changes.js';
import { HealthController } from './health.controller.js';
import { PlatformModule } from './platform.module.js';

@Module({})
export class ApiModule {
  static with(platform: Platform, adminToken: string): DynamicModule {
    return {
      module: ApiModule,
      imports: [PlatformModule.with(platform, adminToken), ...capabilityModules],
      controllers: [HealthController, SessionController, ChangeStreamController],
      providers: [LiveChanges],
    };
  }
}
