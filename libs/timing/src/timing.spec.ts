import { describe, expect, it } from 'vitest';
import { pause } from './pause.js';
import { within } from './within.js';

const AN_HOUR = 3_600_000;
const never = new Promise<never>(() => undefined);
const late = () => new RangeError('Too late');

describe('what is waited for so long', () => {
  it('is what the promise gives, or fails as it fails', async () => {
    expect(await within(AN_HOUR, Promise.resolve('here'), late)).toBe('here');
    await expect(within(AN_HOUR, Promise.reject(new TypeError('broken')), late)).rejects.toThrow(TypeError);
  });

  it('fails as the caller says when it is late', async () => {
    await expect(within(5, never, late)).rejects.toThrow(RangeError);
  });

  it('leaves no timer behind, whatever came of it', async () => {
    const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    const before = timers();
    await within(AN_HOUR, Promise.resolve(), late);
    await within(AN_HOUR, Promise.reject(new TypeError('broken')), late).catch(() => undefined);
    expect(timers()).toBe(before);
  });
});

describe('a pause', () => {
  it('ends after its time', async () => {
    const from = performance.now();
    await pause(30);
    expect(performance.now() - from).toBeGreaterThan(20);
  });

  it('ends at once, without an error, when it is called off before or meanwhile', async () => {
    const stopping = new AbortController();
    const paused = pause(AN_HOUR, stopping.signal);
    stopping.abort();
    expect(await paused).toBeUndefined();
    expect(await pause(AN_HOUR, stopping.signal)).toBeUndefined();
  });
});
