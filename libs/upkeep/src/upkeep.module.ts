import { type DynamicModule, Module } from '@nestjs/common';
import type { AnyProjection } from '#projections/projection.js';
import { OrderParkedKeyController } from './order-parked-key/order-parked-key.controller.js';
import { OrderParkedKeyHandler, PROJECTIONS } from './order-parked-key/order-parked-key.handler.js';

@Module({})
export class UpkeepModule {
  static with(projections: readonly AnyProjection[]): DynamicModule {
    return {
      module: UpkeepModule,
      controllers: [OrderParkedKeyController],
      providers: [OrderParkedKeyHandler, { provide: PROJECTIONS, useValue: projections }],
    };
  }
}
