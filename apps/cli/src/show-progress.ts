import { Presets, SingleBar } from 'cli-progress';

type Shown = Readonly<{ phase: string; done: number; total: number | null }>;

/** At most one plain line so often. */
const LINE_EVERY_MS = 2000;

/** Shows progress on stderr: a bar in a terminal, a plain line now and then elsewhere. */
export const showProgress = (unit: string): Readonly<{ update: (shown: Shown) => void; stop: () => void }> =>
  process.stderr.isTTY ? bar(unit) : lines(unit);

const bar = (unit: string): ReturnType<typeof showProgress> => {
  const single = new SingleBar(
    { format: `{bar} {percentage}% | {value}/{total} ${unit} | {phase}`, hideCursor: true, clearOnComplete: false },
    Presets.shades_classic,
  );
  let started = false;
  return {
    update: ({ phase, done, total }) => {
      const whole = Math.max(total ?? done, done);
      if (started) single.setTotal(whole);
      else single.start(whole, done, { phase });
      started = true;
      single.update(done, { phase });
    },
    stop: () => single.stop(),
  };
};

const lines = (unit: string): ReturnType<typeof showProgress> => {
  let lastAt = Date.now();
  return {
    update: ({ phase, done, total }) => {
      if (Date.now() - lastAt < LINE_EVERY_MS) return;
      lastAt = Date.now();
      process.stderr.write(`${done}${total === null ? '' : ` of ${total}`} ${unit} (${phase})\n`);
    },
    stop: () => {},
  };
};
