import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { SETTINGS, type Settings } from '#config/settings.js';

/** What a client needs to know of the company to say days and amounts as the figures do. */
type Company = Readonly<{
  currency: string;
  timeZone: string;
  /** Month, 1 to 12. */
  fiscalYearStart: number;
}>;

@ApiTags('operations')
@Controller('company')
export class CompanyController {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  @Get()
  @ApiOperation({ summary: 'Currency, time zone and the month in which the fiscal year starts' })
  getCompany(): Company {
    const { currency, timeZone, fiscalYearStart } = this.settings;
    return { currency, timeZone, fiscalYearStart };
  }
}
