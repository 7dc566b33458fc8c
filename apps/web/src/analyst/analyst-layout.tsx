import './analyst.css';
import './analyst.texts.js';
import { useTranslation } from 'react-i18next';
import { Sections } from '../shared/sections.js';

const PARTS = ['funnel', 'what-if', 'replays', 'back-tests'] as const;

/** What analysts ask of history. */
export const AnalystLayout = () => {
  const { t } = useTranslation('analyst');
  const parts = PARTS.map((part) => ({ to: `/analyst/${part}` as const, name: t(`section.${part}`) }));
  return <Sections title={t('title')} label={t('sections')} parts={parts} />;
};
