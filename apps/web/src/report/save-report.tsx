import { Button, MultiSelect, Select, Switch } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, onceOnly } from '../api/client.js';
import { useRepChoices } from '../api/people.js';
import { REPORT_FORMATS, type SavedReport, savedReports } from '../api/reports.js';
import { useSession } from '../api/session.js';
import { FormDialog } from '../shared/form-dialog.js';
import { useWrite } from '../shared/use-write.js';
import { TextField, WriteForm } from '../shared/write-form.js';
import { RELATIVES, type Relative } from './saved-search.js';
import type { ReportChoice } from './use-report.js';

type SaveProps = Readonly<{ choice: ReportChoice }>;

/** Saves the report that is shown: under a new name, or in the place of the one that the page began with. */
export const SaveButton = ({ choice }: SaveProps) => {
  const { t } = useTranslation('report');
  const [opened, { open, close }] = useDisclosure();
  const { data: known } = useQuery(savedReports);
  const actor = useSession().data;
  const begun = known?.find(({ id }) => id === choice.saved);
  const own = begun !== undefined && (actor?.role === 'admin' || actor?.id === begun.ownerId) ? begun : null;
  return (
    <>
      <Button onClick={open}>{t('saved.save')}</Button>
      {opened && (
        <FormDialog
          onClose={close}
          title={own === null ? t('saved.saveTitle') : t('saved.changeTitle', { name: own.name })}
        >
          <SaveForm choice={choice} own={own} onDone={close} />
        </FormDialog>
      )}
    </>
  );
};

const FIXED = 'fixed';
const NEVER = 'never';
const RHYTHMS = [NEVER, 'day', 'week', 'month'] as const;
type Rhythm = (typeof RHYTHMS)[number];

type SaveFormProps = SaveProps & Readonly<{ own: SavedReport | null; onDone: () => void }>;

const SaveForm = ({ choice, own, onDone }: SaveFormProps) => {
  const { t } = useTranslation(['report', 'shared']);
  const { asked, allTime, period, compare, filter, change } = choice;
  const reps = useRepChoices();
  const [name, setName] = useState(own?.name ?? '');
  const [asNew, setAsNew] = useState(false);
  const [when, setWhen] = useState<string>(own?.relative ?? FIXED);
  const [every, setEvery] = useState<Rhythm>(own?.schedule?.every ?? NEVER);
  const [format, setFormat] = useState<(typeof REPORT_FORMATS)[number]>(
    own?.schedule?.format === 'csv' ? 'csv' : 'xlsx',
  );
  const [recipients, setRecipients] = useState<readonly string[]>(own?.schedule?.recipients ?? []);
  const write = useWrite({
    changes: 'saved-report',
    done: () => t('saved.isSaved', { name }),
    onDone: ({ id }) => {
      change({ saved: id });
      onDone();
    },
    send: () =>
      api.POST('/api/saved-reports', {
        params: { header: onceOnly() },
        body: {
          ...(own !== null && !asNew && { id: own.id }),
          ...{ name: name.trim(), report: asked.name, filter },
          ...(!allTime && (when === FIXED ? { period } : { relative: when as Relative })),
          ...(asked.group !== undefined && { group: asked.group }),
          ...(asked.second !== undefined && { second: asked.second }),
          ...(compare !== 'none' && { compare }),
          ...(every !== NEVER && { schedule: { every, format, recipients: [...recipients] } }),
        },
      }),
  });
  return (
    <WriteForm
      write={write}
      submit={t('shared:save')}
      ready={name.trim() !== '' && (every === NEVER || recipients.length > 0)}
    >
      <TextField label={t('saved.name')} value={name} onChange={setName} required data-autofocus />
      {own !== null && (
        <Switch
          label={t('saved.asNew')}
          checked={asNew}
          onChange={({ currentTarget }) => setAsNew(currentTarget.checked)}
        />
      )}
      {!allTime && (
        <Select
          label={t('saved.periodShown')}
          data={[
            { value: FIXED, label: t('saved.fixed', { period }) },
            ...RELATIVES.map((value) => ({ value: value as string, label: t(`saved.relative.${value}`) })),
          ]}
          value={when}
          onChange={(value) => setWhen(value ?? FIXED)}
          allowDeselect={false}
        />
      )}
      <Select
        label={t('saved.mail')}
        description={t('saved.mailHint')}
        data={RHYTHMS.map((value) => ({ value, label: t(`saved.every.${value}`) }))}
        value={every}
        onChange={(value) => setEvery((value ?? NEVER) as Rhythm)}
        allowDeselect={false}
      />
      {every !== NEVER && (
        <>
          <MultiSelect
            label={t('saved.recipients')}
            data={[...reps]}
            value={[...recipients]}
            onChange={setRecipients}
            searchable
            required
          />
          <Select
            label={t('saved.format')}
            data={REPORT_FORMATS.map((value) => ({ value, label: value.toUpperCase() }))}
            value={format}
            onChange={(value) => setFormat(value ?? 'xlsx')}
            allowDeselect={false}
          />
        </>
      )}
    </WriteForm>
  );
};
