import { SingleBar } from 'cli-progress';

const LINE_EVERY_MS = 2_000;

/** Shows how far long work has come, on stderr: a bar in a terminal, else a plain line every two seconds. */
export const progressLine = (
  what: string,
): Readonly<{ update: (done: number, total: number) => void; stop: () => void }> => {
  if (!process.stderr.isTTY) {
    let saidAt = Date.now();
    const update = (done: number, total: number): void => {
      if (Date.now() - saidAt < LINE_EVERY_MS && done < total) return;
      saidAt = Date.now();
      process.stderr.write(`${what}: ${done} of ${total}\n`);
    };
    return { update, stop: () => undefined };
  }
  const bar = new SingleBar({
    format: `${what} [{bar}] {percentage}% | {value} of {total} | {eta_formatted} left`,
    stream: process.stderr,
    hideCursor: true,
  });
  let started = false;
  return {
    update: (done, total) => {
      if (started) bar.update(done);
      else bar.start(total, done);
      started = true;
    },
    stop: () => bar.stop(),
  };
};
