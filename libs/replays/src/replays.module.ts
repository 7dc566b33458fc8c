import { type DynamicModule, Module } from '@nestjs/common';
import type { AnyProjection } from '#projections/projection.js';
import { BackTestsController } from './replays/back-tests.controller.js';
import { PROJECTIONS, ReplayDesk } from './replays/replay-desk.js';
import { ReplaysController } from './replays/replays.controller.js';
import { WhatIfsController } from './what-if/what-ifs.controller.js';

@Module({ controllers: [ReplaysController, BackTestsController, WhatIfsController], providers: [ReplayDesk] })
export class ReplaysModule {
  /** `projections`: the read models that can be folded anew. */
  static with(projections: readonly AnyProjection[]): DynamicModule {
    return { module: ReplaysModule, providers: [{ provide: PROJECTIONS, useValue: projections }] };
  }
}
