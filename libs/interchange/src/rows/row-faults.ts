import type { RowProblem } from './row.js';

/**
 * What can be wrong with a row before any business rule is asked, by its code, as it stands in a report. Programs go by the code
 * and the values, which stand for what is in double braces.
 */
export const ROW_FAULTS = {
  Missing: 'is missing',
  NoId: '{{found}} is no id: up to 64 of A-Z a-z 0-9 . _ ~ -',
  NoDay: '{{found}} is no day YYYY-MM-DD',
  NoInstant: '{{found}} is neither an instant with its offset nor a day YYYY-MM-DD',
  NoCurrency: '{{found}} is no ISO 4217 code',
  OtherCurrency: "{{found}} must be the company's currency, {{currency}}",
  NoAmount: '{{found}} is no decimal amount of {{currency}}, or too large a one',
  NoDecimal: '{{found}} is no decimal number',
  UnclearDecimal: '{{found}} could be two numbers: say which mark stands before the decimals',
  NoWholeNumber: '{{found}} is no whole number from 0 up',
  NoneOf: '{{found}} is none of {{choices}}',
  NoPeriod: '{{found}} is none of 2017-03, 2017-P03, 2017-Q1, 2017',
  PeriodOfAnotherCalendar: "{{found}} is no period of the company's {{calendar}} calendar",
  NoMonth: '{{found}} is no month from 1 to 12',
  NoDayOfYear: '{{found}} is no day from 1 to 366',
  NoTimeZone: '{{found}} is no IANA time zone',
  EndsTooEarly: '{{found}} is not after starts_on',
  RepOrTeam: 'either rep_id or team_id must be given',
  TargetOfAnAmount: 'is of the measures deals and activities',
  AmountOfAnotherMeasure: 'is of the measure amount, not of {{measure}}',
  NameDiffers: '{{found}} is {{name}} on line {{line}}',
  MissingForEvent: 'is missing: {{event}} is about it',
  MissingPrice: 'is missing: it prices the product',
  NoProductInCorrection: 'is of no use: a correction leaves the deal its products',
  NoSuchProduct: 'products.csv has no product {{found}}',
  NoJsonObject: 'is no JSON object',
  DetailIsNo: '{{key}} is no {{shape}}',
  DetailNoneOf: '{{key}} is none of {{choices}}',
  ReportInvalid: '{{message}}',
  ProcessInvalid: '{{message}}',
  NotUtf8: 'not valid UTF-8',
  HoldsNul: 'holds a NUL character',
  HoldsError: 'holds an error instead of a value',
  TooManyCells: 'more cells than the header has columns',
  CannotBeRead: 'cannot be read: {{message}}',
  TooLong: 'is longer than {{bytes}} bytes',
  NoJson: 'is no JSON: {{message}}',
  Unimportable: 'cannot be imported',
} as const;
export type RowFault = keyof typeof ROW_FAULTS;

/** What is remarked of rows that are imported, as faults are told. */
export const ROW_REMARKS = {
  Repaired: '{{found}} → {{meant}}',
  NoAccount: 'no account: the deal belongs to the customer "unknown"',
  NoEngageDate: 'no engage date: opened on the last day of the file, {{day}}',
  DuplicateLeftOut: 'likely a customer who is there, or in a row above: left out',
  DuplicateMerged: 'likely a customer who is there, or in a row above: merged into them',
} as const;
export type RowRemark = keyof typeof ROW_REMARKS;

type Names<Text extends string> = Text extends `${string}{{${infer Name}}}${infer Rest}` ? Name | Names<Rest> : never;

/** The values that a text has places for: none, or each of them. */
export type Values<Text extends string> = [Names<Text>] extends [never] ? [] : [Readonly<Record<Names<Text>, string>>];

type Place = Readonly<{ file: string; line: number }>;

export const rowProblem = <Fault extends RowFault>(
  { file, line }: Place,
  column: string | null,
  fault: Fault,
  ...given: Values<(typeof ROW_FAULTS)[Fault]>
): RowProblem => {
  const [values = {}]: readonly Readonly<Record<string, string>>[] = given;
  return { file, line, column, code: fault, values, reason: filled(ROW_FAULTS[fault], values) };
};

/** The text with the values in their places. */
export const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
