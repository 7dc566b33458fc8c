import { Param, type PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
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

/** The period in the path. Its type is an object here: the documentation is told that it is a text there. */
export const PeriodParam =
  (name = 'period'): ParameterDecorator =>
  (target, method, index) => {
    Param(name, new PeriodPipe())(target, method, index);
    const descriptor = method === undefined ? undefined : Object.getOwnPropertyDescriptor(target, method);
    if (method === undefined || descriptor === undefined) return;
    ApiParam({ name, schema: { type: 'string', example: '2017-Q1' } })(target, method, descriptor);
  };
