import { Controller, Get, Inject, Query } from '@nestjs/common';
import { EventRegistry } from '#commands/event-registry.js';
import { mergedCustomerProjections, withMerged } from '#customers/customer-versions/merged-customers.contract.js';
import { EVENT_STORE, type EventStore, STORED_LOG } from '#event-store/event-store.js';
import { DocumentedRead } from '#http/documented.js';
import { Id, ListQuery, OneOf } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { notFound } from '#http/problem.js';
import { readAnswer } from '#http/read-answer.js';
import { readAtOf } from '#http/read-at.js';
import { ReadModels } from '#projections/read-models.js';
import { READ_STORE, type ReadStore } from '#read-store/read-store.js';
import { type FactSources, SUBJECTS, type Subject } from './customer-facts.js';
import { customerTimeline } from './customer-timeline.projection.js';
import { hashedEvents } from './hashed-events.js';
import { LANGUAGE_NAMES, type LanguageName } from './timeline-languages.js';
import { rawEventsPage, timelinePage, timelineProjections } from './timeline-page.js';

class TimelineQuery extends ListQuery {
  @OneOf(SUBJECTS, { optional: true, description: 'Only their own record, their deals, or contact with them' })
  about?: Subject;

  @Id({ optional: true, description: 'Only what this deal of theirs went through' })
  deal?: string;

  @OneOf(LANGUAGE_NAMES, { optional: true, description: 'Of the texts. Default: en' })
  language?: LanguageName;
}

@Controller('customers/:id')
export class CustomerTimelineController {
  constructor(
    private readonly readModels: ReadModels,
    private readonly registry: EventRegistry,
    @Inject(READ_STORE) private readonly store: ReadStore,
    @Inject(EVENT_STORE) private readonly events: EventStore,
    @Inject(STORED_LOG) private readonly log: EventStore,
  ) {}

  private get sources(): FactSources {
    return { reads: this.store, events: this.events, registry: this.registry };
  }

  @Get('timeline')
  @DocumentedRead({ tag: 'customers', summary: 'What happened to a customer, newest first, in words' })
  async getTimeline(@IdParam() id: string, @Query() query: TimelineQuery) {
    const at = readAtOf(query);
    const position = await this.readModels.reach([...timelineProjections, ...mergedCustomerProjections], at.after);
    const { limit, cursor, about, deal, language } = query;
    const page = await timelinePage(this.sources, await withMerged(this.store, id, at), at, {
      ...(limit != null && { limit }),
      ...(cursor != null && { cursor }),
      ...(about != null && { about }),
      ...(deal != null && { deal }),
      ...(language != null && { language }),
    });
    if (page.items.length === 0 && cursor == null && about == null && deal == null) throw unknown(id, at.asOf);
    return readAnswer(at, position, page);
  }

  @Get('events')
  @DocumentedRead({ tag: 'customers', summary: 'The events of a customer as the log has them, the last one first' })
  async getEvents(@IdParam() id: string, @Query() query: ListQuery) {
    const at = readAtOf(query);
    const position = await this.readModels.reach([customerTimeline, ...mergedCustomerProjections], at.after);
    const page = await rawEventsPage(this.sources, await withMerged(this.store, id, at), at, query);
    if (page.items.length === 0 && query.cursor == null) throw unknown(id, at.asOf);
    const items = await hashedEvents(this.log, page.items);
    return readAnswer(at, position, { ...page, items });
  }
}

/** A customer begins with an event. */
const unknown = (id: string, asOf: string) => notFound(`There is no customer ${id} as of ${asOf}`);
