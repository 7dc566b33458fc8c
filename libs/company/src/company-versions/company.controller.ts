import { Controller, Get, Inject, Query } from '@nestjs/common';
import { SETTINGS, type Settings } from '#config/settings.js';
import { EVENT_STORE, type EventStore } from '#event-store/event-store.js';
import { DocumentedRead } from '#http/documented.js';
import { ReadQuery } from '#http/fields.js';
import { readAnswer } from '#http/read-answer.js';
import { readAtOf } from '#http/read-at.js';
import type { FiscalCalendar } from '#kernel/fiscal-calendar.js';
import { ReadModels } from '#projections/read-models.js';
import { calendarOfSettings } from '../settings-calendar.js';
import { companyProjections, versionOfCompany } from './company-at.contract.js';

/** What a client needs to know of the company to say days and amounts as the figures do. */
type Company = Readonly<{
  asOf: string;
  knownAt: string;
  position: string;
  /** For If-Match; null: it is as the settings say. */
  revision: string | null;
  currency: string;
  timeZone: string;
  calendar: FiscalCalendar;
  /** Month, 1 to 12: of a year of weeks, the one after that by whose end it ends. */
  fiscalYearStart: number;
  /** When the first fact was recorded: at no instant before was anything known. Null: nothing is. */
  recordedSince: string | null;
}>;

@Controller('company')
export class CompanyController {
  constructor(
    private readonly readModels: ReadModels,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(EVENT_STORE) private readonly events: EventStore,
  ) {}

  @Get()
  @DocumentedRead({ tag: 'company', summary: 'Currency, time zone and fiscal calendar as they stood' })
  async getCompany(@Query() query: ReadQuery): Promise<Company> {
    const at = readAtOf(query);
    const position = await this.readModels.reach(companyProjections, at.after);
    const version = await versionOfCompany(this.readModels, at.asOf, at.knownAt);
    const [first] = await this.events.readAll({ limit: 1 });
    const { timeZone, calendar } = version?.state ?? calendarOfSettings(this.settings);
    return readAnswer(at, position, {
      revision: version && String(version.revision),
      currency: this.settings.currency,
      timeZone,
      calendar,
      fiscalYearStart: startMonthOf(calendar),
      recordedSince: first !== undefined && first.recordedAt <= at.knownAt ? first.recordedAt : null,
    });
  }
}

const startMonthOf = (calendar: FiscalCalendar): number =>
  calendar.kind === 'gregorian' ? calendar.startMonth : (calendar.yearEnd.month % 12) + 1;
