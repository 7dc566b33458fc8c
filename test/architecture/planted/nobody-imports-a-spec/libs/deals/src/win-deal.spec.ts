import { opened } from './open-deal.spec.js';

export const won = [opened];
