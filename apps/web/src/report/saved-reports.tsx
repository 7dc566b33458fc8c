import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, onceOnly } from '../api/client.js';
import { useCompany } from '../api/company.js';
import { useRepName } from '../api/people.js';
import { type SavedReport, savedReports } from '../api/reports.js';
import { useMayWrite, useSession } from '../api/session.js';
import { useTime } from '../api/time.js';
import { DataTable } from '../shared/data-table.js';
import { useFormats } from '../shared/formats.js';
import { Panel } from '../shared/panel.js';
import { Failed, Loading, Refusal } from '../shared/states.js';
import { useWrite } from '../shared/use-write.js';
import { REPORTS } from './report-choices.js';
import { searchOfSaved } from './saved-search.js';

/** What was saved under a name, with whom it goes to and when. */
export const SavedReports = () => {
  const { t } = useTranslation('report');
  const { fiscalYearStart } = useCompany();
  const { today } = useTime();
  const { day } = useFormats();
  const repName = useRepName();
  const mayWrite = useMayWrite();
  const actor = useSession().data;
  const { data, error, isPending, refetch } = useQuery(savedReports);
  const discard = useWrite<SavedReport>({
    changes: 'saved-report',
    done: ({ name }) => t('saved.discarded', { name }),
    send: ({ id }) =>
      api.POST('/api/saved-reports/{id}/discard', { params: { path: { id }, header: onceOnly() }, body: {} }),
  });
  const mayKeep = ({ ownerId }: SavedReport) => mayWrite && (actor?.role === 'admin' || actor?.id === ownerId);
  return (
    <Panel title={t('saved.title')}>
      <Refusal error={discard.error} />
      {isPending && <Loading lines={2} />}
      {error && <Failed error={error} retry={() => void refetch()} />}
      {data?.length === 0 && <Text c="dimmed">{t('saved.none')}</Text>}
      {data !== undefined && data.length > 0 && (
        <DataTable<SavedReport>
          label={t('saved.title')}
          rows={data}
          keyOf={({ id }) => id}
          minWidth={820}
          columns={[
            {
              head: t('saved.name'),
              cell: (saved) => (
                <Link to="/reports" search={searchOfSaved(saved, today, fiscalYearStart)} className="quiet-link">
                  {saved.name}
                </Link>
              ),
            },
            { head: t('saved.what'), cell: (saved) => <What saved={saved} /> },
            { head: t('saved.mail'), cell: (saved) => <Mailing saved={saved} /> },
            {
              head: t('saved.sent'),
              cell: ({ sent }) => {
                const last = Object.values(sent).sort().at(-1);
                return last === undefined ? '' : day(last);
              },
            },
            { head: t('saved.owner'), cell: ({ ownerId }) => repName(ownerId) },
            {
              head: t('saved.discard'),
              cell: (saved) =>
                mayKeep(saved) && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={t('saved.discardOf', { name: saved.name })}
                    onClick={() => discard.mutate(saved)}
                  >
                    {t('saved.discard')}
                  </Button>
                ),
            },
          ]}
        />
      )}
    </Panel>
  );
};

type SavedProps = Readonly<{ saved: SavedReport }>;

const What = ({ saved: { report, period, relative } }: SavedProps) => {
  const { t } = useTranslation('report');
  const known = REPORTS.find((name) => name === report);
  const when = relative === null ? (period ?? t('allTime')) : t(`saved.relative.${relative}`);
  return `${known === undefined ? report : t(`name.${known}`)}, ${when}`;
};

const Mailing = ({ saved: { schedule } }: SavedProps) => {
  const { t } = useTranslation('report');
  const repName = useRepName();
  if (schedule === null) return t('saved.every.never');
  const { every, format, recipients } = schedule;
  return `${t(`saved.every.${every}`)}, ${format.toUpperCase()}: ${recipients.map(repName).join(', ')}`;
};
