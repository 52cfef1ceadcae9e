export interface StoreLooksParts<State> {
  readonly read: (id: string) => Promise<State | undefined>;
  /** Whether somebody still wants this version of it, or a newer one. */
  readonly isWanted: (id: string, version: number) => boolean;
  /** What was found; undefined for what is not in the store any more. */
  readonly found: (id: string, state: State | undefined) => void;
  /** Why the store could not be read, the first time of several in a row; what `found` has thrown, each time. */
  readonly failed: (error: unknown) => void;
}

/** However much is to be looked at, so many reads are under way at once. */
const MAX_AT_ONCE = 16;
/** No version is enough: look in any case. */
const IN_ANY_CASE = Number.POSITIVE_INFINITY;

/**
 * Looks at the store on behalf of everybody who waits. There is one look at each id at a time; whoever asks for one
 * while another is under way gets a look that starts after it, unless the first has found what was wanted.
 */
export class StoreLooks<State> {
  private readonly waiting = new Map<string, number>();
  private readonly busy = new Set<string>();
  private readonly failed = new Map<string, number>();
  private isFailing = false;

  constructor(private readonly parts: StoreLooksParts<State>) {}

  /** Never throws: a look that fails is kept for `retry`. */
  ask(id: string, version = IN_ANY_CASE): void {
    this.waiting.set(id, Math.max(version, this.waiting.get(id) ?? 0));
    this.next();
  }

  /** Looks again at what could not be read. */
  retry(): void {
    const again = [...this.failed];
    this.failed.clear();
    for (const [id, version] of again) this.ask(id, version);
  }

  /** Nobody waits for anything any more. */
  forget(): void {
    this.waiting.clear();
    this.failed.clear();
  }

  private next(): void {
    for (const [id, version] of this.waiting) {
      if (this.busy.size >= MAX_AT_ONCE) return;
      if (this.busy.has(id)) continue;
      this.waiting.delete(id);
      if (this.parts.isWanted(id, version)) this.look(id, version).catch(this.parts.failed);
    }
  }

  private async look(id: string, version: number): Promise<void> {
    this.busy.add(id);
    try {
      const read = await this.read(id, version);
      if (read !== undefined) this.parts.found(id, read.state);
    } finally {
      this.busy.delete(id);
      this.next();
    }
  }

  /** Undefined when the store cannot be read now. */
  private async read(id: string, version: number): Promise<{ readonly state: State | undefined } | undefined> {
    try {
      const state = await this.parts.read(id);
      this.isFailing = false;
      return { state };
    } catch (error) {
      this.failed.set(id, version);
      if (!this.isFailing) this.parts.failed(error);
      this.isFailing = true;
      return undefined;
    }
  }
}
