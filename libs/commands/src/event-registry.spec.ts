import { describe, expect, it } from 'vitest';
import type { StoredEvent } from '#event-store/event-store.js';
import type { Decider, DomainEvent, UpcastersOf } from '#kernel/event.js';
import { upcastFrom } from '#kernel/upcast.js';
import { EventRegistry, UnknownEventType } from './event-registry.js';

type PriceSetV1 = Readonly<{ price: number }>;
type PriceSetV2 = Readonly<{ amount: number; currency: string }>;
type PriceSet = DomainEvent<'PriceSet', Readonly<{ price: Readonly<{ amount: number; currency: string }> }>>;
type PriceDropped = DomainEvent<'PriceDropped', Readonly<{ reason: string }>>;

const toV2 = ({ price }: PriceSetV1): PriceSetV2 => ({ amount: Math.round(price * 100), currency: 'USD' });
const fails = (): PriceSetV2 => {
  throw new TypeError('There is no price');
};
const toV3 = (price: PriceSetV2): PriceSet['data'] => ({ price });

const priceDecider: Decider<number, PriceSet | PriceDropped> = {
  category: 'price',
  types: { PriceSet: 'price-set.v3', PriceDropped: 'price-dropped.v1' },
  upcasters: { PriceSet: upcastFrom<PriceSetV1>().next(toV2).next(toV3) },
  initial: 0,
  evolve: (_, event) => (event.type === 'PriceSet' ? event.data.price.amount : 0),
};
const registry = new EventRegistry([priceDecider]);

/** As it lies in the log: JSON of some time ago. */
const stored = (type: string, json: string): StoredEvent => ({
  id: '00000000-0000-4000-8000-000000000000',
  type,
  data: JSON.parse(json),
  metadata: { commandId: 'c', at: '2017-03-01T09:00:00.000Z', by: 'ann', source: 'api', correlationId: 'c' },
  stream: 'price-1',
  revision: 0n,
  position: 1n,
  recordedAt: '2017-03-01T09:00:00.000Z',
});

describe('the catalogue of event types', () => {
  it.each([
    ['price-set.v1', '{"price":12.05}'],
    ['price-set.v2', '{"amount":1205,"currency":"USD"}'],
    ['price-set.v3', '{"price":{"amount":1205,"currency":"USD"}}'],
  ])('reads %s in the shape of today', (type, json) => {
    const event = registry.decode<PriceSet>(stored(type, json));
    expect(event).toMatchObject({ type: 'PriceSet', data: { price: { amount: 1205, currency: 'USD' } } });
    expect(priceDecider.evolve(0, event, event.meta.at)).toBe(1205);
  });

  it('knows every version that the log may hold', () => {
    expect(registry.storedTypes()).toEqual(['price-set.v1', 'price-set.v2', 'price-set.v3', 'price-dropped.v1']);
  });

  it.each(['price-set.v4', 'price-set.v0', 'price-set', 'price-dropped.v2', 'price-raised.v1'])(
    'stops at %s, which it does not know',
    (type) => {
      const decode = () => registry.decode(stored(type, '{}'));
      expect(decode).toThrow(UnknownEventType);
      expect(decode).toThrow(`${type} at revision 0 of the stream price-1`);
    },
  );

  it('marks what does not have the shape of its version, and keeps what the log holds', () => {
    const broken = new EventRegistry([
      { ...priceDecider, upcasters: { PriceSet: upcastFrom<PriceSetV1>().next(fails).next(toV3) } },
    ]).decode(stored('price-set.v1', '{"cost":1}'));
    expect(broken).toMatchObject({ data: { cost: 1 }, unreadable: expect.stringContaining('shape of its version') });
  });

  it('wants a step for each version before the one that is written', () => {
    const { upcasters: _, ...without } = priceDecider;
    expect(() => new EventRegistry([without])).toThrow('price-set.v3, but there are upcasters for 0 versions');
    const tooFew = { ...priceDecider, upcasters: { PriceSet: upcastFrom<PriceSetV2>().next(toV3) } };
    expect(() => new EventRegistry([tooFew])).toThrow('upcasters for 1 versions');
  });

  it('compiles only chains whose steps fit together', () => {
    const toSecond = upcastFrom<PriceSetV1>().next(toV2);
    // @ts-expect-error: version 2 has no price
    toSecond.next(toV2);
    // @ts-expect-error: the chain ends at version 2, which evolve does not know
    const upcasters: UpcastersOf<PriceSet> = { PriceSet: toSecond };
    expect(upcasters.PriceSet?.steps).toHaveLength(1);
  });
});
