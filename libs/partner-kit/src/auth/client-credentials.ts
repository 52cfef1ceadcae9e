import { type CanonicalError, ok, type Result, refused } from '@app/domain';
import type { Clock } from '@app/ports';
import type { ErrorCodes } from '../errors/partner-refusal.js';
import type { PartnerHttp } from '../http/partner-http.js';
import type { PartnerResponse } from '../http/partner-response.js';
import { timedOut } from '../http/transport-failure.js';
import { isWorthAsking } from '../limits/call-time.js';
import { type Grant, readTokenAnswer } from './token-answer.js';

export interface ClientCredentialsOptions {
  readonly http: PartnerHttp;
  readonly tokenPath: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scopes: readonly string[];
  readonly errorCodes: ErrorCodes;
  readonly clock: Clock;
}

interface Token {
  readonly value: string;
  /** From then on a new one is fetched first. */
  readonly renewAt: number;
}

type Exchange = Result<PartnerResponse, CanonicalError>;

const REFRESH_WITHIN_MS = 5_000;
const LARGEST_MARGIN_MS = 10_000;
/** The window of the limits that token endpoints have; a longer `Retry-After` would shut us out by itself. */
const LONGEST_HOLD_MS = 60_000;

const marginMs = (lifetimeMs: number): number => Math.min(LARGEST_MARGIN_MS, lifetimeMs / 10);

/** A result that others may be waiting for too: whoever is out of time stops waiting, and nothing is cancelled. */
function waitFor<Value>(work: Promise<Result<Value, CanonicalError>>, signal: AbortSignal) {
  return new Promise<Result<Value, CanonicalError>>((resolve, reject) => {
    const giveUp = () => resolve(refused(timedOut()));
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}

/**
 * Tokens of OAuth 2.0 client credentials (RFC 6749 §4.4). One is kept and renewed a little before it expires; however
 * many calls wait for it, it is fetched once. Asked to wait, it leaves the endpoint alone, for a minute at most.
 */
export class ClientCredentials {
  private current: Token | undefined;
  private refreshing: Promise<Result<Token, CanonicalError>> | undefined;
  private held: { readonly until: number; readonly error: CanonicalError } | undefined;

  constructor(private readonly options: ClientCredentialsOptions) {}

  /**
   * Sends with a token. On a 401 that token is dropped and the call repeated once with a new one; a second 401 is the
   * answer.
   */
  async send(call: (bearer: string) => Promise<Exchange>, signal: AbortSignal): Promise<Exchange> {
    const first = await this.token(signal);
    if (!first.ok) return first;
    const answer = await call(`Bearer ${first.value}`);
    if (!answer.ok || answer.value.status !== 401) return answer;
    this.drop(first.value);
    const second = await this.token(signal);
    return second.ok ? call(`Bearer ${second.value}`) : second;
  }

  private async token(signal: AbortSignal): Promise<Result<string, CanonicalError>> {
    if (this.current !== undefined && this.now() < this.current.renewAt) return ok(this.current.value);
    if (this.held !== undefined && this.now() < this.held.until)
      return refused({ ...this.held.error, retryAfterMs: this.held.until - this.now() });
    if (!isWorthAsking(signal)) return refused(timedOut());
    this.refreshing ??= this.refresh().finally(() => {
      this.refreshing = undefined;
    });
    const token = await waitFor(this.refreshing, signal);
    return token.ok ? ok(token.value.value) : token;
  }

  /** Only the token that was refused: another call may have fetched a new one meanwhile. */
  private drop(token: string): void {
    if (this.current?.value === token) this.current = undefined;
  }

  private async refresh(): Promise<Result<Token, CanonicalError>> {
    const askedAt = this.now();
    const answer = await this.fetchGrant();
    if (!answer.ok) {
      this.hold(answer.error);
      return answer;
    }
    const { token: value, lifetimeMs } = answer.value;
    this.current = { value, renewAt: askedAt + lifetimeMs - marginMs(lifetimeMs) };
    return ok(this.current);
  }

  private hold(error: CanonicalError): void {
    const holdMs = Math.min(error.retryAfterMs ?? 0, LONGEST_HOLD_MS);
    this.held = { until: this.now() + holdMs, error };
  }

  private async fetchGrant(): Promise<Result<Grant, CanonicalError>> {
    const { http, tokenPath, clientId, clientSecret, scopes, errorCodes } = this.options;
    const headers = {
      authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'application/json',
    };
    const body = `grant_type=client_credentials&scope=${encodeURIComponent(scopes.join(' '))}`;
    const response = await http.send(
      { method: 'POST', path: tokenPath, headers, body, countsAs: 0 },
      AbortSignal.timeout(REFRESH_WITHIN_MS),
    );
    return response.ok ? readTokenAnswer(response.value, errorCodes) : response;
  }

  private now(): number {
    return this.options.clock.now().getTime();
  }
}
