/** The latest entries, up to a limit; a new one pushes the oldest out. */
export class Recent<Value> {
  private readonly entries = new Map<string, Value>();

  constructor(
    private readonly limit: number,
    private readonly onPushedOut: (key: string, value: Value) => void = () => undefined,
  ) {}

  get(key: string): Value | undefined {
    return this.entries.get(key);
  }

  has(key: string): boolean {
    return this.entries.has(key);
  }

  set(key: string, value: Value): void {
    this.entries.delete(key);
    this.entries.set(key, value);
    const [oldest] = this.entries;
    if (this.entries.size <= this.limit || oldest === undefined) return;
    this.entries.delete(oldest[0]);
    this.onPushedOut(...oldest);
  }

  /** The entry, which is then gone. */
  take(key: string): Value | undefined {
    const value = this.entries.get(key);
    this.entries.delete(key);
    return value;
  }
}
