import { deal } from './deal.js';

export const line = () => deal;
