import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isStrong, KnownIdentities, matchesBetween } from './likely-duplicates.js';
import { type Identity, matchKeysOf } from './match-keys.js';

const named = (name: string): Identity => ({ name, contacts: [] });
const reached = (email: string | null, phone: string | null = null): Identity => ({
  ...{ name: null, contacts: [{ email, phone }] },
});
const fieldsBetween = (a: Identity, b: Identity): readonly string[] =>
  matchesBetween(matchKeysOf(a), matchKeysOf(b)).map(({ field }) => field);

describe('Likely duplicates', () => {
  it('have the same name but for case, accents, punctuation and legal form', () => {
    for (const [one, other] of [
      ['Acme', 'ACME Inc.'],
      ['The Acme Company, Ltd', 'acme'],
      ['Müller & Söhne GmbH & Co. KG', 'Muller Sohne'],
      ['Smith and Sons', 'Smith & Sons, LLC'],
      ['Société Générale S.A.', 'societe generale'],
      ['Coca-Cola', 'CocaCola Corp'],
      ['Budimex Sp. z o.o.', 'Budimex'],
      ['北京天通科技有限公司', '北京天通科技'],
      ['株式会社トヨタ', 'トヨタ'],
    ] as const) {
      expect(fieldsBetween(named(one), named(other)), `${one} / ${other}`).toEqual(['name']);
    }
  });

  it('are not those whose names differ in more than that', () => {
    for (const [one, other] of [
      ['Acme North', 'Acme South'],
      ['San Diego Zoo', 'San Diego'],
      ['Company', 'Limited'],
      ['', ''],
    ] as const) {
      expect(fieldsBetween(named(one), named(other)), `${one} / ${other}`).toEqual([]);
    }
  });

  it('have a contact with the same address or phone number, however they are written', () => {
    expect(fieldsBetween(reached('Zoe@Firm.example'), reached(' zoe@firm.EXAMPLE '))).toEqual(['email']);
    expect(fieldsBetween(reached(null, '+49 (0) 30 / 123 45-67'), reached(null, '030 1234567'))).toEqual(['phone']);
    expect(fieldsBetween(reached(null, '555-01'), reached(null, '55501'))).toEqual([]);
    expect(fieldsBetween(reached('no address'), reached('no address'))).toEqual([]);
  });

  it('are weakly so when only the domain is the same, and not at all where anybody has an address', () => {
    const keys = (email: string) => matchKeysOf(reached(email));
    const matches = matchesBetween(keys('a@firm.example'), keys('b@firm.example'));
    expect(matches).toEqual([{ field: 'emailDomain', value: 'firm.example' }]);
    expect(isStrong(matches)).toBe(false);
    expect(matchesBetween(keys('a@gmail.com'), keys('b@gmail.com'))).toEqual([]);
    expect(isStrong(matchesBetween(keys('a@gmail.com'), keys('A@gmail.com')))).toBe(true);
  });
});

const decoration = fc.constantFrom('', ' Inc.', ', LLC', ' GmbH', ' S.A.', ' Ltd', ' Co., Ltd.', ' AG', ' Pty Ltd');
const words = fc.stringMatching(/^[bcdfg]{3,6}( [bcdfg]{3,6}){0,2}$/);

it('The same name is found under any legal form, case and punctuation', () => {
  fc.assert(
    fc.property(words, decoration, fc.constantFrom(' ', '-', ' & ', ', '), (name, form, between) => {
      const written = `${name.toUpperCase().replaceAll(' ', between)}${form}`;
      expect(fieldsBetween(named(name), named(written))).toEqual(['name']);
    }),
  );
});

const contact = fc.record({
  email: fc.constantFrom(null, 'a@x.example', 'A@X.example', 'b@x.example', 'c@y.example', 'd@gmail.com'),
  phone: fc.constantFrom(null, '030 1234567', '+49 30 1234567', '7654321'),
});
const identity: fc.Arbitrary<Identity> = fc.record({
  name: fc.constantFrom(null, 'Acme', 'ACME Inc', 'Globex', 'Globex GmbH'),
  contacts: fc.array(contact, { maxLength: 3 }),
});

describe('Of any identities', () => {
  it('one is as like the other as the other is like it, and itself like itself', () => {
    fc.assert(
      fc.property(identity, identity, (a, b) => {
        expect(fieldsBetween(a, b).toSorted()).toEqual(fieldsBetween(b, a).toSorted());
        const itself = matchKeysOf(a);
        const isReachable = itself.name !== null || itself.emails.length > 0 || itself.phones.length > 0;
        expect(isStrong(matchesBetween(itself, itself))).toBe(isReachable);
      }),
    );
  });

  it('those that are found among many are those that are found by comparing each', () => {
    fc.assert(
      fc.property(fc.array(identity, { maxLength: 12 }), identity, (many, sought) => {
        const known = new KnownIdentities();
        for (const [index, each] of many.entries()) known.add(`c${index}`, matchKeysOf(each));
        const found = known.alike(matchKeysOf(sought));
        const compared = many.flatMap((each, index) => {
          const matches = matchesBetween(matchKeysOf(sought), matchKeysOf(each));
          return matches.length > 0 ? [[`c${index}`, matches] as const] : [];
        });
        expect(new Map(found)).toEqual(new Map(compared));
      }),
    );
  });
});
