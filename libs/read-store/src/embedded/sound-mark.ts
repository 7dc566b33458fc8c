import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';

/**
 * Remembers beside a file that it was found sound as it is now. Checking a file costs its length, so that it is done
 * once, and again only when somebody else wrote it or this program was killed: the write-ahead log keeps it whole then,
 * but a disk that stopped in the middle may not.
 */
export class SoundMark {
  private readonly mark: string;

  constructor(private readonly file: string) {
    this.mark = `${file}.sound`;
  }

  /** Whether the file is to the byte of its length and the nanosecond of its last write as it was when `set`. */
  holds(): boolean {
    try {
      return readFileSync(this.mark, 'utf8') === stateOf(this.file);
    } catch {
      return false;
    }
  }

  /** A mark that cannot be written is missed at most: the file is checked. */
  set(): void {
    try {
      writeFileSync(this.mark, stateOf(this.file));
    } catch {
      this.remove();
    }
  }

  remove(): void {
    rmSync(this.mark, { force: true });
  }
}

const stateOf = (file: string): string => {
  const { size, mtimeNs } = statSync(file, { bigint: true });
  return `${size} bytes, written ${mtimeNs}\n`;
};
