/** What a command's client was told. `walBytes`: size of the write-ahead log at or after that. */
export type Acknowledgement = Readonly<{ revision: bigint; position: bigint; walBytes: number }>;

/** What the clients of one store know: which commands they have sent, and which were answered. */
export class Book {
  private readonly begun = new Set<number>();
  private readonly answers = new Map<number, Acknowledgement>();

  begin(number: number): void {
    this.begun.add(number);
  }

  acknowledge(number: number, answer: Acknowledgement): void {
    this.answers.set(number, answer);
  }

  /** The store's bytes were damaged: what was answered from there on may be gone, so its clients ask again. */
  forget(isGone: (answer: Acknowledgement) => boolean): void {
    for (const [number, answer] of this.answers) if (isGone(answer)) this.answers.delete(number);
  }

  isBegun(number: number): boolean {
    return this.begun.has(number);
  }

  get acknowledged(): ReadonlyMap<number, Acknowledgement> {
    return this.answers;
  }

  get unanswered(): readonly number[] {
    return [...this.begun].filter((number) => !this.answers.has(number));
  }

  /** The number that no command has had yet. */
  get next(): number {
    return Math.max(0, ...this.begun) + 1;
  }

  /** As text, for another process to `read`. */
  write(): string {
    return JSON.stringify({
      begun: [...this.begun],
      answers: [...this.answers].map(([number, answer]) => [
        number,
        { ...answer, revision: String(answer.revision), position: String(answer.position) },
      ]),
    });
  }

  static read(text: string): Book {
    const book = new Book();
    const { begun, answers } = JSON.parse(text);
    for (const number of begun) book.begin(number);
    for (const [number, { revision, position, walBytes }] of answers) {
      book.acknowledge(number, { revision: BigInt(revision), position: BigInt(position), walBytes });
    }
    return book;
  }
}
