import { v5 as uuidv5 } from 'uuid';
import type { CommandContext } from '#commands/command-context.js';
import type { CommandRunner } from '#commands/command-runner.js';
import { ANNALS_NAMESPACE } from '#commands/idempotency-keys.js';
import { UnreadableRecords } from '#commands/unreadable-records.js';
import { companyKnownAt } from '#company/company-versions/company-at.contract.js';
import type { Actor } from '#kernel/actor.js';
import type { CalendarDate, Instant } from '#kernel/instant.js';
import { isRejected, type Outcome } from '#kernel/outcome.js';
import { dateIn } from '#kernel/time-zone.js';
import type { Mailer } from '#mail/mailer.js';
import { mustBe } from '#people/access.contract.js';
import { repDecider } from '#people/people.contract.js';
import { stateNow } from '#projections/versions.js';
import type { ReportSent } from '../domain/saved-report.events.js';
import { type SavedReport, savedReportDecider } from '../domain/saved-report.state.js';
import { dueOn, recipientsDue, sendReport } from '../domain/send-report.js';
import { ReportHandler, ReportQuery } from '../report/report.query.js';
import type { ReportReads } from '../report/report-reader.js';
import { type ReportFormat, reportFile } from '../report-files/report-file.js';
import { definitionOn } from '../saved-reports/definition-on.js';
import { savedReports } from '../saved-reports/saved-reports.projection.js';

export type SendDependencies = ReportReads & Readonly<{ runner: CommandRunner; mailer: Mailer | null }>;

/**
 * Sends each saved report that is due to whom it has not been sent yet, and records that. Killed in between, a mail goes out
 * once more under the same Message-ID. One that cannot be sent keeps none of the others.
 * @throws AggregateError of what could not be sent
 */
export const sendReports = async (dependencies: SendDependencies, now: Instant, signal: AbortSignal): Promise<void> => {
  const { readModels, runner, settings, mailer } = dependencies;
  if (mailer === null) return;
  const company = await companyKnownAt(readModels, settings, now);
  const today = dateIn(company.timeZone, now);
  const unreadable = new UnreadableRecords();
  const failures: unknown[] = [];
  for (const [reportId, versions] of await readModels.versions(savedReports)) {
    if (stateNow(versions)?.schedule == null) continue;
    const saved = await unreadable.passOver(() => runner.state(savedReportDecider, reportId));
    if (saved === null) continue;
    for (const recipientId of recipientsDue(saved, dateIn(company.timeZone, saved.savedAt), today)) {
      signal.throwIfAborted();
      try {
        const definition = definitionOn(saved.definition, today, company.calendar);
        await send({ ...dependencies, mailer }, { saved, recipientId, definition, today, now });
      } catch (error) {
        failures.push(error);
      }
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} reports could not be sent`);
  unreadable.tell();
};

/** That it was sent is recorded by who sends it, or moves what is on record to another log. */
export const decideSendReport =
  (recipientId: string, due: CalendarDate, actor: Actor) =>
  (saved: SavedReport): Outcome<ReportSent, 'NotAllowed'> =>
    mustBe(actor) ?? sendReport(recipientId, due, saved);

type Sending = Readonly<{
  saved: SavedReport;
  recipientId: string;
  definition: ReturnType<typeof definitionOn>;
  today: string;
  now: Instant;
}>;

const send = async (
  { readModels, figures, settings, runner, mailer }: SendDependencies & Readonly<{ mailer: Mailer }>,
  { saved, recipientId, definition, today, now }: Sending,
): Promise<void> => {
  const recipient = await runner.state(repDecider, recipientId);
  const { reportId, name, schedule } = saved;
  if (schedule === null || recipient === null || recipient.departure !== null) return;
  const due = dueOn(schedule.every, today);
  const query = new ReportQuery(definition, { asOf: now, knownAt: now, latest: true });
  const report = await new ReportHandler(readModels, figures, settings).execute(query);
  const { filename, contentType, content } = await reportFile(report, schedule.format as ReportFormat);
  const id = uuidv5(`report ${reportId} of ${due} to ${recipientId}`, ANNALS_NAMESPACE);
  const of = report.period === null ? '' : ` of ${report.period}`;
  await mailer.send({
    ...{ id, to: recipient.email, subject: `${name}${of}` },
    text: `${name}${of}, as of ${report.asOf}: see the attached file.`,
    attachments: [{ filename, contentType, content }],
  });
  const context: CommandContext = {
    ...{ commandId: id, correlationId: id, now, source: 'job' },
    actor: { id: 'system', role: 'admin' },
  };
  const decide = decideSendReport(recipientId, due, context.actor);
  const answer = await runner.change(savedReportDecider, reportId, context, decide);
  if (isRejected(answer)) throw new Error(answer.detail);
};
