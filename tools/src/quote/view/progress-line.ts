import type { QuoteResult } from '@app/contracts';

const BAR_WIDTH = 24;

/** Where the request stands between its start and its deadline: `[████░░░░] 12.4 s left, 1 of 2 answered`. */
export function progressLine({ createdAt, eta, counts }: QuoteResult, elapsedMs: number): string {
  const wholeMs = Date.parse(eta) - Date.parse(createdAt);
  const leftMs = Math.max(0, wholeMs - elapsedMs);
  const filled = wholeMs <= 0 ? BAR_WIDTH : Math.round((1 - leftMs / wholeMs) * BAR_WIDTH);
  const bar = `${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)}`;
  const answered = counts.asked - counts.pending;
  return `[${bar}] ${(leftMs / 1_000).toFixed(1)} s left, ${answered} of ${counts.asked} answered`;
}
