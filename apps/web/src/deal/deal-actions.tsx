import { Button, Group, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Deal } from '../api/deals.js';
import { LoseForm, WinForm } from './close-forms.js';
import { CorrectForm } from './correct-form.js';
import { Editor, type Part, useEditing } from './editing.js';
import type { DealFormProps } from './fact-forms.js';
import { MoveDealForm } from './move-deal-form.js';
import { ReopenForm } from './reopen-form.js';

const FORMS: Readonly<Partial<Record<Part, (props: DealFormProps) => ReactNode>>> = {
  win: WinForm,
  lose: LoseForm,
  reopen: ReopenForm,
  move: MoveDealForm,
  correct: CorrectForm,
};

const OF_OPEN = ['move', 'win', 'lose', 'correct'] as const;
const OF_CLOSED = ['reopen', 'correct'] as const;

/** What can be done with a deal as a whole, for those who may. */
export const DealActions = ({ deal }: Readonly<{ deal: Deal }>) => {
  const { t } = useTranslation('deal');
  const { part, start, stop } = useEditing();
  if (start === null) return null;
  const offered = deal.status === 'Open' ? OF_OPEN : OF_CLOSED;
  const Form = part === null ? undefined : FORMS[part];
  const title = offered.find((each) => each === part);
  return (
    <>
      {part === null && (
        <Group gap="xs">
          {offered.map((each) => (
            <Button key={each} size="compact-md" variant="default" data-edits={each} onClick={() => start(each)}>
              {t(`do.${each}`)}
            </Button>
          ))}
        </Group>
      )}
      {Form && (
        <Editor>
          {title && (
            <Title order={3} size="h5" mb="xs">
              {t(`do.${title}`)}
            </Title>
          )}
          <Form deal={deal} onDone={stop} />
        </Editor>
      )}
    </>
  );
};
