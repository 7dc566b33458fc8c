import { isId } from '#kernel/ids.js';
import type { Faults, ParameterFault } from './question.js';

/** Reads the parameters of a question one by one, and remembers what is wrong with them. */
export class Parameters {
  private readonly faults: ParameterFault[] = [];
  private readonly known = new Set<string>();

  constructor(private readonly given: Readonly<Record<string, unknown>>) {}

  oneOf<T extends string>(name: string, values: readonly T[], fallback: T): T {
    const value = this.take(name);
    if (value === undefined) return fallback;
    const found = values.find((each) => each === value);
    if (found === undefined) this.fault(name, `must be one of ${values.join(', ')}`);
    return found ?? fallback;
  }

  id(name: string, need: 'required' | 'optional'): string | null {
    const value = this.take(name);
    if (value === undefined && need === 'optional') return null;
    if (typeof value === 'string' && isId(value)) return value;
    this.fault(name, 'must be 1 to 64 of A-Za-z0-9._~-');
    return null;
  }

  text<T>(name: string, read: (text: string) => T | null, what: string): T | null {
    const value = this.take(name);
    if (value === undefined) return null;
    const parsed = typeof value === 'string' ? read(value) : null;
    if (parsed === null) this.fault(name, `must be ${what}`);
    return parsed;
  }

  whole(name: string, min: number, max: number, fallback: number): number {
    const value = this.take(name);
    if (value === undefined) return fallback;
    const number = typeof value === 'string' && value !== '' ? Number(value) : value;
    if (typeof number === 'number' && Number.isInteger(number) && number >= min && number <= max) return number;
    this.fault(name, `must be a whole number from ${min} to ${max}`);
    return fallback;
  }

  /** Null when all is well; names what was given and never asked for too. */
  wrong(): Faults | null {
    for (const name of Object.keys(this.given)) {
      if (!this.known.has(name)) this.fault(name, 'is no parameter of this question');
    }
    return this.faults.length === 0 ? null : { faults: this.faults };
  }

  /** Null counts as not given. */
  private take(name: string): unknown {
    this.known.add(name);
    return this.given[name] ?? undefined;
  }

  private fault(name: string, message: string): void {
    this.faults.push({ path: `parameters.${name}`, message });
  }
}
