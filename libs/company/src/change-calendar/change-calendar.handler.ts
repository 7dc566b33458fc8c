import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import { SETTINGS, type Settings } from '#config/settings.js';
import type { Actor } from '#kernel/actor.js';
import { mustBe } from '#people/access.contract.js';
import { type ChangeCalendar, changeCalendar } from '../domain/change-calendar.js';
import type { CompanyCalendarChanged } from '../domain/company.events.js';
import { COMPANY, type Company, companyDecider } from '../domain/company.state.js';
import { type CalendarSettings, calendarOfSettings } from '../settings-calendar.js';

export class ChangeCalendarCommand extends Command<Answer<never>> {
  constructor(
    readonly fields: ChangeCalendar,
    readonly context: CommandContext,
  ) {
    super();
  }
}

export const decideChangeCalendar =
  (
    fields: ChangeCalendar,
    actor: Actor,
    settings: CalendarSettings,
  ): Decision<Company | null, CompanyCalendarChanged, 'NotAllowed'> =>
  (company) =>
    mustBe(actor) ?? changeCalendar(fields, company ?? calendarOfSettings(settings));

@CommandHandler(ChangeCalendarCommand)
export class ChangeCalendarHandler implements ICommandHandler<ChangeCalendarCommand> {
  constructor(
    private readonly runner: CommandRunner,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  execute({ fields, context }: ChangeCalendarCommand): Promise<Answer<never>> {
    const decide = decideChangeCalendar(fields, context.actor, this.settings);
    return this.runner.create(companyDecider, COMPANY, context, decide);
  }
}
