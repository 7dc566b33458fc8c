import { line } from './line.js';

export const deal = () => line;
