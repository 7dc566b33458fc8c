import { Param, type PipeTransform } from '@nestjs/common';
import { type Period, parsePeriod } from '#kernel/period.js';
import { notFound } from './problem.js';

/** What is no period names nothing. */
class PeriodPipe implements PipeTransform<string, Period> {
  transform(value: string): Period {
    const period = parsePeriod(value);
    if (period === null) throw notFound('Periods are written 2017-03, 2017-Q1 or 2017');
    return period;
  }
}

/** The period in the path. */
export const PeriodParam = (name = 'period'): ParameterDecorator => Param(name, new PeriodPipe());
