import { gone } from '#customers/gone.js';

export const board = gone;
