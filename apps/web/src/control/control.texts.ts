import { bilingual } from '../texts/bilingual.js';
import { controlTextsEnglish } from './control.en.js';
import { controlTextsChinese } from './control.zh.js';

export const controlTexts = bilingual('control', { en: controlTextsEnglish, zh: controlTextsChinese });
