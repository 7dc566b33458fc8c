import { port } from '#apps/api/src/main.js';

export const worker = port;
