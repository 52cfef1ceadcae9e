/** A partner that asks for more than an hour is not taken at its word: the answer is needed within seconds anyway. */
const LONGEST_MS = 3_600_000;

const SECONDS = /^\d{1,10}$/;
/** IMF-fixdate, the one form of an HTTP date that may still be sent (RFC 9110 §5.6.7). */
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

function waitMs(header: string, now: Date): number | undefined {
  if (SECONDS.test(header)) return Number(header) * 1_000;
  const until = HTTP_DATE.test(header) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(until) ? undefined : Math.max(0, until - now.getTime());
}

/** `Retry-After` in milliseconds, from seconds or an HTTP date; at most an hour. Undefined when it is neither. */
export function retryAfterMs(header: string | undefined, now: Date): number | undefined {
  const ms = header === undefined ? undefined : waitMs(header.trim(), now);
  return ms === undefined ? undefined : Math.min(ms, LONGEST_MS);
}
