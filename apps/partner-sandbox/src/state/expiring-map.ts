interface Entry<Value> {
  readonly value: Value;
  readonly keepUntilMs: number;
}

/** Keeps entries until their own time has come; oldest entries are dropped as new ones arrive. */
export class ExpiringMap<Value> {
  readonly #entries = new Map<string, Entry<Value>>();

  constructor(private readonly now: () => Date) {}

  set(key: string, value: Value, keepUntilMs: number): void {
    this.#dropOldest();
    // A key that comes back goes to the end, else it would keep everything behind it alive.
    this.#entries.delete(key);
    this.#entries.set(key, { value, keepUntilMs });
  }

  get(key: string): Value | undefined {
    const entry = this.#entries.get(key);
    return entry !== undefined && this.now().getTime() < entry.keepUntilMs ? entry.value : undefined;
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  #dropOldest(): void {
    const nowMs = this.now().getTime();
    for (const [key, { keepUntilMs }] of this.#entries) {
      if (nowMs < keepUntilMs) return;
      this.#entries.delete(key);
    }
  }
}
