import { Param, type PipeTransform } from '@nestjs/common';
import { isId } from '#kernel/ids.js';
import { notFound } from './problem.js';

/** What is no id names nothing. */
class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!isId(value)) throw notFound('Ids are 1 to 64 of A-Za-z0-9._~-');
    return value;
  }
}

/** The id in the path. */
export const IdParam = (name = 'id'): ParameterDecorator => Param(name, new IdPipe());
