import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { badInput, type InputError } from '#http/problem.js';

/** Refuses input that a field class does not describe, unknown fields included, naming each fault by its path. */
export const validation = (): ValidationPipe =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) => badInput(flatten(errors, '')),
  });

const flatten = (errors: readonly ValidationError[], parent: string): readonly InputError[] =>
  errors.flatMap(({ property, constraints, children }) => {
    const path = parent === '' ? property : `${parent}.${property}`;
    const own = Object.values(constraints ?? {}).map((message) => ({ path, message }));
    return [...own, ...flatten(children ?? [], path)];
  });
