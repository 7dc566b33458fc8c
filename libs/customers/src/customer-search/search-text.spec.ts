import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Found, findIn, searchTextOf, soughtIn } from './search-text.js';

const person = (name: string, email: string | null = null, phone: string | null = null) => ({
  ...{ id: 'contact-1', name, email, phone, title: null },
});
const search = (name: string, q: string, contacts = [person('Zoë Ångström', 'Zoe@Firm.example', '+49 (30) 123-456')]) =>
  findIn(searchTextOf({ name, contacts }), soughtIn(q), { contacts });
const inName = (rank: Found['rank']) => ({ rank, contact: null });

describe('What is sought in a customer', () => {
  it('is found at the start of the name, of a word, or anywhere in it, whatever case, accents and punctuation', () => {
    expect(search('Société Générale S.A.', 'SOCIETE g')).toEqual(inName(0));
    expect(search('Société Générale S.A.', 'gener')).toEqual(inName(1));
    expect(search('Société Générale S.A.', 'nérale')).toEqual(inName(2));
    expect(search('Société Générale S.A.', 'sa generale')).toEqual(inName(2));
    expect(search("O'Neil & Sons", 'oneil sons')).toEqual(inName(0));
    expect(search('北京天通科技', '天通')).toEqual(inName(2));
    expect(search('Société Générale', 'general motors')).toBeNull();
  });

  it('is found with a contact: by name, e-mail or phone, and tells where', () => {
    const contact = (field: string, value: string) => ({ rank: 3, contact: { field, value } });
    expect(search('Firm', 'angstrom zoe')).toEqual(contact('name', 'Zoë Ångström'));
    expect(search('Acme', 'zoe@firm')).toEqual(contact('email', 'Zoe@Firm.example'));
    expect(search('Acme', '030 1234')).toEqual(contact('phone', '+49 (30) 123-456'));
    expect(search('Acme', '30')).toBeNull();
    expect(search('Acme', '30 123456 9')).toBeNull();
  });

  it('does not lie half in one contact and half in another', () => {
    expect(search('Acme', 'zoe brown', [person('Zoë Ångström'), person('Dan Brown')])).toBeNull();
  });

  it('is any part of the name, in any case', () => {
    const name = fc.string({ unit: fc.constantFrom(...'abcäöüß -.&éÉABC中') });
    fc.assert(
      fc.property(name, fc.nat(), fc.nat(), fc.boolean(), (text, from, length, upper) => {
        const part = text.slice(from % (text.length + 1)).slice(0, 1 + (length % (text.length + 1)));
        // Punctuation alone is sought where there is nothing else.
        fc.pre(/[\p{L}]/u.test(part));
        expect(search(text, upper ? part.toUpperCase() : part, [])).not.toBeNull();
      }),
    );
  });
});
