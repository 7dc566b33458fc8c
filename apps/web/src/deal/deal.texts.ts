import { bilingual } from '../texts/bilingual.js';
import { dealTextsEnglish } from './deal.en.js';
import { dealTextsChinese } from './deal.zh.js';

export const dealTexts = bilingual('deal', { en: dealTextsEnglish, zh: dealTextsChinese });
