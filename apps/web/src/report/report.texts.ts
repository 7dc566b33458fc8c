import { bilingual } from '../texts/bilingual.js';
import { reportTextsEnglish } from './report.en.js';
import { reportTextsChinese } from './report.zh.js';

export const reportTexts = bilingual('report', { en: reportTextsEnglish, zh: reportTextsChinese });
