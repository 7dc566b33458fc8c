import { given } from '#testing/given.js';

given();
