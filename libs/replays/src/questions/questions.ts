import { backTestQuestion } from './back-test.question.js';
import { boardQuestion } from './board.question.js';
import { forecastQuestion } from './forecast.question.js';
import { landingQuestion } from './landing.question.js';
import { leaderboardQuestion } from './leaderboard.question.js';
import { performanceQuestion } from './performance.question.js';
import type { Question } from './question.js';

/** What can be asked as of any instant, by name. */
export const questions: readonly Question[] = [
  boardQuestion,
  forecastQuestion,
  performanceQuestion,
  leaderboardQuestion,
  landingQuestion,
  backTestQuestion,
];
