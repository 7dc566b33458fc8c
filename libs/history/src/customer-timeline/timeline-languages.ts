import type { TimelineEvent } from './timeline-event.js';
import { english } from './timeline-words.en.js';
import type { Says, TimelineLanguage, TimelineWords } from './timeline-words.js';
import { chinese } from './timeline-words.zh.js';

/** A language more is an entry more. */
const languages = { en: english, zh: chinese } satisfies Record<string, TimelineLanguage>;

export type LanguageName = keyof typeof languages;

export const LANGUAGE_NAMES = Object.keys(languages) as LanguageName[];

export const languageOf = (name: LanguageName): TimelineLanguage => languages[name];

/** What happened, in words. */
export const sentence = <T extends TimelineEvent['type']>(
  { words }: TimelineLanguage,
  { type, data }: Readonly<{ type: T; data: Parameters<TimelineWords[T]>[0] }>,
  says: Says,
): string => (words[type] as (data: unknown, says: Says) => string)(data, says);
