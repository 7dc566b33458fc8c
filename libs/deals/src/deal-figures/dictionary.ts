/** Numbers texts, so that columns hold integers. Null is 0; numbers are never taken back. */
export class Dictionary {
  private readonly codes = new Map<string, number>();
  private readonly texts: (string | null)[] = [null];

  /** Above any of the numbers. */
  get size(): number {
    return this.texts.length;
  }

  /** The number of the text, given at its first use. */
  code(text: string | null): number {
    if (text === null) return 0;
    let code = this.codes.get(text);
    if (code === undefined) {
      code = this.texts.length;
      this.texts.push(text);
      this.codes.set(text, code);
    }
    return code;
  }

  /** The number of the text; -1 when nobody used it. */
  find(text: string | null): number {
    return text === null ? 0 : (this.codes.get(text) ?? -1);
  }

  text(code: number): string | null {
    return this.texts[code] ?? null;
  }
}
