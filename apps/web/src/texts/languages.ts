import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import '../shared/refusal.texts.js';
import '../shared/shared.texts.js';
import '../shell/shell.texts.js';
import { loaded } from './bilingual.js';
import type { Catalogue } from './catalogue.js';

export const LANGUAGES = { en: 'English', zh: '简体中文' } as const;
export type Language = keyof typeof LANGUAGES;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shared';
    resources: Catalogue;
  }
}

const KEPT_AS = 'annals-language';
const TAGS: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-CN' };

const chosen = (): Language => {
  const kept = localStorage.getItem(KEPT_AS);
  if (kept === 'en' || kept === 'zh') return kept;
  return navigator.language.startsWith('zh') ? 'zh' : 'en';
};

const resourcesOf = (language: Language) =>
  Object.fromEntries([...loaded].map(([page, texts]) => [page, texts[language]]));

const show = (language: string): void => {
  document.documentElement.lang = TAGS[language as Language];
};

/** Loads the texts; once, before anything is shown. */
export const speak = async (): Promise<void> => {
  i18next.on('languageChanged', show);
  await i18next.use(initReactI18next).init({
    lng: chosen(),
    fallbackLng: 'en',
    defaultNS: 'shared',
    resources: { en: resourcesOf('en'), zh: resourcesOf('zh') },
    interpolation: { escapeValue: false },
  });
};

export const useLanguage = (): Readonly<{ language: Language; tag: string; choose: (language: Language) => void }> => {
  const { i18n } = useTranslation();
  const language: Language = i18n.language === 'zh' ? 'zh' : 'en';
  const choose = (other: Language) => {
    localStorage.setItem(KEPT_AS, other);
    void i18n.changeLanguage(other);
  };
  return { language, tag: TAGS[language], choose };
};
