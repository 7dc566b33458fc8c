import { CreateBody, Id, Text } from '#http/fields.js';
import type { About } from './domain/activity.events.js';

/** What the body of every request that records an activity has. */
export class AboutBody extends CreateBody {
  @Id()
  repId!: string;

  @Id({ optional: true })
  customerId?: string | null;

  @Id({ optional: true })
  dealId?: string | null;

  @Text({ optional: true, max: 500 })
  subject?: string | null;

  @Text({ optional: true, max: 20_000 })
  text?: string | null;
}

export const aboutFrom = ({
  repId,
  customerId = null,
  dealId = null,
  subject = null,
  text = null,
}: AboutBody): Omit<About, 'activityId'> => ({ repId, customerId, dealId, subject, text });
