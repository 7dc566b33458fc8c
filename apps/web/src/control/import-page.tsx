import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Preview } from '../api/imports.js';
import { useHasRole } from '../api/session.js';
import { Note } from '../shared/states.js';
import { ImportChoice } from './import-choice.js';
import { ImportProgress } from './import-progress.js';

/** A file becomes facts: chosen and mapped, looked at, imported, and its rejected rows told. The address keeps which. */
export const ImportPage = () => {
  const { t } = useTranslation('control');
  const { id } = useSearch({ from: '/control/import' });
  const navigate = useNavigate({ from: '/control/import' });
  const mayWrite = useHasRole('manager');
  const show = (uploaded: Preview | null) => {
    void navigate({ search: uploaded === null ? {} : { id: uploaded.id } });
  };
  if (!mayWrite) {
    return (
      <Note icon="lock" title={t('import.forbidden')}>
        {t('import.forbiddenHint')}
      </Note>
    );
  }
  if (id === undefined) return <ImportChoice onUploaded={show} />;
  return <ImportProgress id={id} again={() => show(null)} />;
};
