import type { CommandRunner } from '#commands/command-runner.js';
import { decideChangeCalendar } from './change-calendar/change-calendar.handler.js';
import type * as events from './domain/company.events.js';
import * as state from './domain/company.state.js';
import type * as rateEvents from './domain/exchange-rate.events.js';
import * as rateState from './domain/exchange-rate.state.js';
import type { SetExchangeRateRefusal } from './domain/set-exchange-rate.js';
import { decideSetExchangeRate } from './set-exchange-rate/set-exchange-rate.handler.js';
import * as settingsCalendar from './settings-calendar.js';

export type CompanyEvent = events.CompanyEvent;
export type CompanyCalendar = events.CompanyCalendar;
export type CalendarSettings = settingsCalendar.CalendarSettings;
export type Company = state.Company;

export type ExchangeRateEvent = rateEvents.ExchangeRateEvent;
export type CurrencyRates = rateState.CurrencyRates;
export type CompanyRefusal = SetExchangeRateRefusal;

export const exchangeRateDecider = rateState.exchangeRateDecider;
export const ratesIdOf = rateState.ratesIdOf;
export const companyDecider = state.companyDecider;
export const COMPANY = state.COMPANY;
export const calendarOfSettings = settingsCalendar.calendarOfSettings;

/** The calendar and time zone in force: what a command is decided by. */
export const companyNow = async (runner: CommandRunner, settings: CalendarSettings): Promise<CompanyCalendar> =>
  (await runner.state(companyDecider, COMPANY)) ?? calendarOfSettings(settings);

/** What makes the decisions of the commands on the company, for `CommandRunner.series`. */
export const companyDecisions = { changeCalendar: decideChangeCalendar, setExchangeRate: decideSetExchangeRate };
