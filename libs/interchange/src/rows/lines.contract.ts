import { createReadStream } from 'node:fs';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * The lines of a UTF-8 file, one at a time, without their ends (LF or CRLF; other characters that some readers take for
 * ends may stand in JSON). In the place of one of more than `mostBytes` stands null: it is never in memory as a whole.
 * @throws the errors of the file system
 */
export async function* linesOf(path: string, mostBytes = Number.POSITIVE_INFINITY): AsyncGenerator<string | null> {
  let pieces: Buffer[] = [];
  let bytes = 0;
  const keep = (piece: Buffer): void => {
    bytes += piece.length;
    if (bytes > mostBytes) pieces = [];
    else pieces.push(piece);
  };
  const line = (): string | null => {
    const whole = bytes > mostBytes ? null : Buffer.concat(pieces);
    [pieces, bytes] = [[], 0];
    return whole?.toString('utf8', 0, whole.at(-1) === CARRIAGE_RETURN ? whole.length - 1 : whole.length) ?? null;
  };
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      keep(chunk.subarray(start, end));
      yield line();
      start = end + 1;
    }
    keep(chunk.subarray(start));
  }
  if (bytes > 0) yield line();
}
