import { Module } from '@nestjs/common';
import { ChooseForecastMethodController } from './choose-forecast-method/choose-forecast-method.controller.js';
import { ChooseForecastMethodHandler } from './choose-forecast-method/choose-forecast-method.handler.js';
import { ForecastMethodsController } from './forecast-methods/forecast-methods.controller.js';
import { ForecastMethodsHandler } from './forecast-methods/forecast-methods.query.js';

@Module({
  controllers: [ForecastMethodsController, ChooseForecastMethodController],
  providers: [ForecastMethodsHandler, ChooseForecastMethodHandler],
})
export class ForecastMethodsModule {}
