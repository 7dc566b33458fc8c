import { Presets, SingleBar } from 'cli-progress';

type Shown = Readonly<{ phase: string; done: number; total: number | null }>;

/** At most one plain line so often. */
const LINE_EVERY_MS = 2000;

/** Shows progress on stderr: a bar in a terminal, a plain line now and then elsewhere. */
export const showProgress = (unit: string): Readonly<{ update: (shown: Shown) => void; stop: () => void }> =>
  process.stderr.isTTY ? bar(unit) : lines(unit);

const bar = (unit: string): ReturnType<typeof showProgress> => {
  const single = new SingleBar(
    {
      format: `{bar} {percentage}% | {value}/{total} ${unit} | {phase}{pace}`,
      ...{ hideCursor: true, clearOnComplete: false },
    },
    Presets.shades_classic,
  );
  const paceOf = pacing();
  let started = false;
  return {
    update: ({ phase, done, total }) => {
      const whole = Math.max(total ?? done, done);
      const said = { phase, pace: paceOf({ phase, done, total }, Date.now()) };
      if (started) single.setTotal(whole);
      else single.start(whole, done, said);
      started = true;
      single.update(done, said);
    },
    stop: () => single.stop(),
  };
};

const lines = (unit: string): ReturnType<typeof showProgress> => {
  const paceOf = pacing();
  let lastAt = Date.now();
  return {
    update: ({ phase, done, total }) => {
      const pace = paceOf({ phase, done, total }, Date.now());
      if (Date.now() - lastAt < LINE_EVERY_MS) return;
      lastAt = Date.now();
      process.stderr.write(`${done}${total === null ? '' : ` of ${total}`} ${unit} (${phase}${pace})\n`);
    },
    stop: () => {},
  };
};

/** Below this a rate says more about the start than about the rest. */
const PACE_AFTER_MS = 1000;

/** Says how fast a phase has gone since it began, and how long the rest will take at that: `, 15000/s, 4 s left`. */
export const pacing = (): ((shown: Shown, now: number) => string) => {
  let began: Readonly<{ phase: string; done: number; at: number }> | null = null;
  return ({ phase, done, total }, now) => {
    if (began === null || began.phase !== phase || done < began.done) began = { phase, done, at: now };
    const took = now - began.at;
    if (took < PACE_AFTER_MS || done === began.done) return '';
    const rate = ((done - began.done) * 1000) / took;
    const left = total === null ? '' : `, ${Math.ceil(Math.max(0, total - done) / rate)} s left`;
    return `, ${rate < 10 ? rate.toFixed(1) : Math.round(rate)}/s${left}`;
  };
};
