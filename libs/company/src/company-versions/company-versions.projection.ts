import { versionsOf } from '#projections/versions.js';
import { companyDecider } from '../domain/company.state.js';

/** Which calendar and time zone the company has, and had, since the settings were first overruled. */
export const companyVersions = versionsOf(companyDecider, { name: 'company-versions', version: 1 });
