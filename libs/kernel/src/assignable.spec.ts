import { describe, expect, it } from 'vitest';
import { unassignable } from './assignable.js';

describe('unassignable', () => {
  it('lets a rep who is here have records', () => {
    expect(unassignable('ada', { departure: null })).toBeNull();
  });

  it('refuses a rep who left', () => {
    expect(unassignable('ada', { departure: { on: '2017-03-31' } })).toEqual({
      rejected: 'RepDeparted',
      detail: 'Rep ada left on 2017-03-31',
    });
  });

  it('refuses a rep who does not exist', () => {
    expect(unassignable('ada', null)).toEqual({ rejected: 'RepUnknown', detail: 'There is no rep ada' });
  });
});
