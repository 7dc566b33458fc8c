import { type DynamicModule, Module } from '@nestjs/common';
import { capabilityModules } from '#composition/capability-modules.js';
import type { Platform } from '#composition/platform.js';
import { SessionController } from './auth/session.controller.js';
import { HealthController } from './health.controller.js';
import { PlatformModule } from './platform.module.js';

@Module({})
export class ApiModule {
  static with(platform: Platform, adminToken: string): DynamicModule {
    return {
      module: ApiModule,
      imports: [PlatformModule.with(platform, adminToken), ...capabilityModules],
      controllers: [HealthController, SessionController],
    };
  }
}
