import { add } from './money.js';

add(1, 2);
