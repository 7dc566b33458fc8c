import { Email, Id, Text } from '#http/fields.js';
import type { NamedContact } from './domain/contacts.js';

/** A contact in the body of a request. */
export class ContactFields {
  @Id({ optional: true, description: 'Unique within the customer. Default: the next free number, `contact-1`' })
  id?: string | null;

  @Text()
  name!: string;

  @Email({ optional: true })
  email?: string | null;

  @Text({ optional: true, max: 50 })
  phone?: string | null;

  @Text({ optional: true })
  title?: string | null;
}

export const contactOf = ({ id, name, email = null, phone = null, title = null }: ContactFields): NamedContact => ({
  ...(typeof id === 'string' && { id }),
  name,
  email,
  phone,
  title,
});
