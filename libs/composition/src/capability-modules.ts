import type { Type } from '@nestjs/common';
import { PeopleModule } from '#people/people.module.js';

/** The HTTP side of every capability. */
export const capabilityModules: readonly Type[] = [PeopleModule];
