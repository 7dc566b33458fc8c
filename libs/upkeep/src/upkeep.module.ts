import { type DynamicModule, Module } from '@nestjs/common';
import type { AnyProjection } from '#projections/projection.js';
import { OrderGenerationController } from './order-generation/order-generation.controller.js';
import { OrderGenerationHandler } from './order-generation/order-generation.handler.js';
import { OrderParkedKeyController } from './order-parked-key/order-parked-key.controller.js';
import { OrderParkedKeyHandler, PROJECTIONS } from './order-parked-key/order-parked-key.handler.js';

@Module({})
export class UpkeepModule {
  static with(projections: readonly AnyProjection[]): DynamicModule {
    return {
      module: UpkeepModule,
      controllers: [OrderParkedKeyController, OrderGenerationController],
      providers: [OrderParkedKeyHandler, OrderGenerationHandler, { provide: PROJECTIONS, useValue: projections }],
    };
  }
}
