import { AggregateRoot, CommandBus, EventBus as Bus } from '@nestjs/cqrs';
import * as cqrs from '@nestjs/cqrs';
import { EventBus } from './event-bus.js';

export const all = [AggregateRoot, CommandBus, Bus, EventBus, cqrs];
