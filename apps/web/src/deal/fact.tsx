import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Editor, type Part, useEditing } from './editing.js';

type FactProps = Readonly<{
  label: string;
  children: ReactNode;
  note?: ReactNode;
  /** How it is changed, where it can be. */
  change?: Readonly<{ part: Part; form: ReactNode }> | undefined;
}>;

/** One fact of a deal: what it is called, what it is, what qualifies it; and changed in its place. */
export const Fact = ({ label, children, note, change }: FactProps) => {
  const { t } = useTranslation('deal');
  const { part, start } = useEditing();
  return (
    <div className="deal-fact">
      <dt>{label}</dt>
      <dd>
        <div className="deal-value">
          <div>{children}</div>
          {change && start !== null && part === null && (
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={t('changeOf', { fact: label })}
              data-edits={change.part}
              onClick={() => start(change.part)}
            >
              {t('change')}
            </Button>
          )}
        </div>
        {note && <div className="deal-note">{note}</div>}
        {change && part === change.part && <Editor>{change.form}</Editor>}
      </dd>
    </div>
  );
};
