import { describe, expect, it } from 'vitest';
import { Random } from './random.js';

const drawn = (random: Random, count: number): number[] => Array.from({ length: count }, () => random.next());

describe('Random', () => {
  it('draws the same from the same seed, in every release', () => {
    const random = new Random(1, 'deal', 0);
    expect(Array.from({ length: 5 }, () => random.integer(0, 999_999))).toEqual(GOLDEN);
  });

  it('draws otherwise for another part of the simulation', () => {
    expect(drawn(new Random(1, 'deal', 1), 5)).not.toEqual(drawn(new Random(1, 'deal', 0), 5));
    expect(drawn(new Random(2, 'deal', 0), 5)).not.toEqual(drawn(new Random(1, 'deal', 0), 5));
  });

  it('is even from 0 to 1', () => {
    const numbers = drawn(new Random(7), 20_000);
    const inTenth = (tenth: number): number => numbers.filter((number) => Math.floor(number * 10) === tenth).length;
    for (let tenth = 0; tenth < 10; tenth += 1) expect(Math.abs(inTenth(tenth) - 2_000)).toBeLessThan(200);
  });

  it('has its normal, log-normal and Poisson numbers where they belong', () => {
    const random = new Random(8);
    const mean = (draw: () => number): number => {
      let sum = 0;
      for (let index = 0; index < 20_000; index += 1) sum += draw();
      return sum / 20_000;
    };
    expect(mean(() => random.normal())).toBeCloseTo(0, 1);
    expect(mean(() => random.normal() ** 2)).toBeCloseTo(1, 1);
    expect(mean(() => (random.logNormal(50, 0.7) < 50 ? 1 : 0))).toBeCloseTo(0.5, 1);
    expect(mean(() => random.poisson(1.7))).toBeCloseTo(1.7, 1);
  });

  it('draws by weight', () => {
    const random = new Random(9);
    const items = Array.from({ length: 10_000 }, () =>
      random.weighted([
        [3, 'often'],
        [1, 'seldom'],
        [0, 'never'],
      ] as const),
    );
    expect(items.filter((item) => item === 'often').length / items.length).toBeCloseTo(0.75, 1);
    expect(items).not.toContain('never');
  });
});

const GOLDEN = [645950, 496671, 991888, 518834, 258537];
