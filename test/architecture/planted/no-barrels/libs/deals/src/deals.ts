export * from './deal.js';
export { line } from './line.js';
const own = 1;
export { own };
