import './control.css';
import './control.texts.js';
import { useTranslation } from 'react-i18next';
import { useHasRole } from '../api/session.js';
import { Sections } from '../shared/sections.js';

const PARTS = ['import', 'people', 'quotas', 'rates', 'processes', 'audit', 'projections'] as const;

/** Data and control. */
export const ControlLayout = () => {
  const { t } = useTranslation('control');
  const mayImport = useHasRole('manager');
  const mayAudit = useHasRole('analyst');
  const offered = PARTS.filter((part) => (part !== 'import' || mayImport) && (part !== 'audit' || mayAudit));
  const parts = offered.map((part) => ({ to: `/control/${part}` as const, name: t(`section.${part}`) }));
  return <Sections title={t('title')} label={t('sections')} parts={parts} />;
};
