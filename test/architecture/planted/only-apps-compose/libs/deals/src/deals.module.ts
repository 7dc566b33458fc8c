import { catalogue } from '#composition/catalogue.js';

export const all = catalogue;
