const SLICES = 10;

/**
 * How often something was used in about the last window, in a handful of numbers: the window is cut into ten slices,
 * and what counts is the present one and the ten before it, so that every stretch of one window lies inside.
 */
export class SlicedCount {
  private readonly counts: number[] = Array(SLICES + 1).fill(0);
  private readonly sliceMs: number;
  private latest = -1;
  private sum = 0;

  constructor(windowMs: number) {
    this.sliceMs = windowMs / SLICES;
  }

  /** Uses that still count. Time that steps back stands still here. */
  at(nowMs: number): number {
    const slice = Math.floor(nowMs / this.sliceMs);
    const from = Math.max(this.latest + 1, slice - SLICES);
    for (let passed = from; passed <= slice; passed += 1) this.empty(passed % this.counts.length);
    this.latest = Math.max(this.latest, slice);
    return this.sum;
  }

  add(nowMs: number): void {
    this.at(nowMs);
    const at = this.latest % this.counts.length;
    this.counts[at] = (this.counts[at] ?? 0) + 1;
    this.sum += 1;
  }

  /** Milliseconds until fewer uses count; 0 when none does. */
  resetMs(nowMs: number): number {
    if (this.at(nowMs) === 0) return 0;
    let oldest = Math.max(0, this.latest - SLICES);
    while (this.counts[oldest % this.counts.length] === 0) oldest += 1;
    return Math.ceil((oldest + SLICES + 1) * this.sliceMs - nowMs);
  }

  private empty(at: number): void {
    this.sum -= this.counts[at] ?? 0;
    this.counts[at] = 0;
  }
}
