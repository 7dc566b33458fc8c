import type { Instant } from '#kernel/instant.js';
import type { ReadModels } from '#projections/read-models.js';
import { type Version, versionAt } from '#projections/versions.js';
import type { CompanyCalendar } from '../domain/company.events.js';
import { COMPANY, type Company } from '../domain/company.state.js';
import { type CalendarSettings, calendarOfSettings } from '../settings-calendar.js';
import { companyVersions } from './company-versions.projection.js';

/** The read models that `companyKnownAt` reads. */
export const companyProjections = [companyVersions];

/**
 * The calendar and time zone by which reports are made that know what was recorded by `knownAt`, whatever their `asOf`:
 * a change restates the past too. Until there was one they are those of the settings.
 */
export const companyKnownAt = async (
  readModels: ReadModels,
  settings: CalendarSettings,
  knownAt: Instant,
): Promise<CompanyCalendar> =>
  (await versionOfCompany(readModels, knownAt, knownAt))?.state ?? calendarOfSettings(settings);

export const versionOfCompany = async (
  readModels: ReadModels,
  asOf: Instant,
  knownAt: Instant,
): Promise<Version<Company> | null> =>
  versionAt((await readModels.versions(companyVersions)).get(COMPANY), asOf, knownAt);
