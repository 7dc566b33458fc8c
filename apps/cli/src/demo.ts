import { InvalidArgumentError } from 'commander';
import type { Platform } from '#composition/platform.js';
import { type DemoReport, makeDemo } from '#demo/make-demo.js';
import { instantOf, parseDate } from '#kernel/instant.js';
import { showProgress } from './show-progress.js';

export type DemoOptions = Readonly<{ reps: number; deals: number; months: number; seed: number; until?: string }>;

/** Makes a demo organisation in the stores, with progress on stderr, and says on stdout what there is now. */
export const demo = async (platform: Platform, options: DemoOptions): Promise<void> => {
  const { settings, events, runner } = platform;
  const { currency, timeZone, fiscalYearStart } = settings;
  const now = () => instantOf(Date.now());
  const began = Date.now();
  const progress = showProgress('deals');
  let made: DemoReport;
  try {
    const request = { ...options, until: options.until ?? null, currency };
    made = await makeDemo(request, { events, runner, now, timeZone, fiscalYearStart }, (done) =>
      progress.update({ phase: 'made', done, total: options.deals }),
    );
  } finally {
    progress.stop();
  }
  process.stdout.write(told(made, (Date.now() - began) / 1000));
};

/** For options that are whole numbers. */
export const wholeNumber =
  (min: number, max: number) =>
  (text: string): number => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= min && number <= max) return number;
    throw new InvalidArgumentError(`It is a whole number from ${min} to ${max}.`);
  };

/** For the option of the day on which the history ends. */
export const pastDay = (text: string): string => {
  if (parseDate(text) !== null && Date.parse(text) <= Date.now()) return text;
  throw new InvalidArgumentError('It is a day that has begun, YYYY-MM-DD.');
};

const told = (report: DemoReport, seconds: number): string => {
  const { demo: like, events, look } = report;
  const count = (number: number, what: string): string => `${number.toLocaleString('en')} ${what}`;
  const people = `${count(report.reps, 'reps')} (${report.departed} have left) in ${count(report.teams, 'teams')}`;
  const deals = `${count(report.deals, 'deals')}: ${report.won} won, ${report.lost} lost, ${report.open} open`;
  const rest = `${count(report.activities, 'activities')}, ${count(report.quotas, 'quotas')}`;
  const speed = `${count(events, 'events')} in ${seconds.toFixed(1)} s`;
  return `
${events === 0 ? 'This demo was there already; nothing was added.' : `Made a sales organisation (seed ${like.seed}): ${speed}.`}

  ${people}
  ${count(report.customers, 'customers')}
  ${deals}
  ${rest}
  ${like.months} months until ${like.until}

Start the server with "annals start", then look at
  /api/pipelines/${report.processId}?asOf=${like.until}T00:00:00Z   the pipeline
  /api/forecasts?by=quarter&group=team   the forecast beside the quotas
  /api/reps/${look.repId}/performance   how a rep does
  /api/customers/${look.customerId}/timeline   what happened with a customer, over every owner
`;
};
