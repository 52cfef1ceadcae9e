import type { ChangeBus, ChangeListener, QuoteChanged } from '@app/ports';

/** What the buses of one test have between them; the way of some of them can be cut. */
export class InMemoryChangeMedium {
  private readonly buses = new Set<InMemoryChangeBus>();

  /** The bus of another process. */
  open(): InMemoryChangeBus {
    const bus = new InMemoryChangeBus(this);
    this.buses.add(bus);
    return bus;
  }

  leave(bus: InMemoryChangeBus): void {
    this.buses.delete(bus);
  }

  tell(change: QuoteChanged, from: InMemoryChangeBus): void {
    for (const bus of this.buses) if (bus !== from) bus.heard(change);
  }
}

/** Tells the other processes of a test at once. */
export class InMemoryChangeBus implements ChangeBus {
  private listener: ChangeListener | undefined;
  private readonly waiting: QuoteChanged[] = [];
  private closed = false;
  private away = false;

  constructor(private readonly medium: InMemoryChangeMedium) {}

  get connected(): boolean {
    return this.listener !== undefined && !this.closed && !this.away;
  }

  announce(change: QuoteChanged): void {
    if (this.closed) return;
    if (this.away) this.waiting.push(change);
    else this.medium.tell(change, this);
  }

  async listen(listener: ChangeListener): Promise<void> {
    this.listener = listener;
  }

  async close(): Promise<void> {
    this.closed = true;
    this.medium.leave(this);
  }

  /** Loses the way to the medium until it is restored. */
  cut(): void {
    this.away = true;
  }

  restore(): void {
    if (!this.away) return;
    this.away = false;
    this.listener?.missed();
    for (const change of this.waiting.splice(0)) this.medium.tell(change, this);
  }

  heard(change: QuoteChanged): void {
    if (!this.away) this.listener?.changed(change);
  }
}
