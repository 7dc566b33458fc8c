import { given } from '#testing/given.js';

export const advanceDeal = given;
