import { argv, env as environment } from 'node:process';

export const currency = process.env.ANNALS_CURRENCY;
export const timeZone = globalThis.process['env'].ANNALS_TIME_ZONE;
const { env } = process;
export const all = () => ({ ...process.env });
export const other = [argv, env, environment, process.pid];
