import { Redis } from 'ioredis';

export const counters = Redis;
