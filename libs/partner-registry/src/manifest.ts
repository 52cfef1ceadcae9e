import type { DeclineCategory, ErrorCategory } from '@app/domain';
import type { ProductLineId } from '@app/product-lines';

/** What one of a partner's error codes means to us. */
export interface CodeMeaning {
  readonly category: ErrorCategory;
  /** Whether the same call may succeed later, unchanged. */
  readonly retryable: boolean;
}

/** A secret that only this partner's process gets, as `PARTNER_<SLUG>_<name>` or `…_FILE`. */
export interface SecretName {
  readonly name: string;
  /** The partner's published sandbox value, if it has one: the default in development, and nowhere else. */
  readonly sandboxValue?: string;
  /** For one of several ways to log in: it may be left out. */
  readonly optional?: boolean;
}

/** When a replica stops calling one operation of a partner, and when it tries again. */
export interface BreakerSettings {
  /** Percent of calls that may fail within the window before it opens. */
  readonly errorThresholdPercent: number;
  /** Calls that the window must hold before it can open. */
  readonly minimumCalls: number;
  readonly windowMs: number;
  /** How long it stays open before one call probes. */
  readonly probeAfterMs: number;
}

export interface OperationSettings {
  /** One call as the reactive service waits for it; waiting for a slot or a rate limit does not count. */
  readonly timeoutMs: number;
  readonly breaker: BreakerSettings;
}

/** Everything the platform knows of a partner, as data. Fan-out, queues, filter policies and documents derive from it. */
export interface PartnerManifest {
  /** The slug: also the folder, the queue suffix and, in upper snake case, the prefix of its settings. */
  readonly id: string;
  readonly name: string;
  readonly lines: readonly ProductLineId[];
  readonly operations: { readonly quote: OperationSettings };
  /** The partner's own limit on requests, over all our replicas; null where it has none that binds us. */
  readonly rateLimit: { readonly requests: number; readonly windowMs: number } | null;
  /** Calls that the partner lets us have open at once, over all our replicas; null where it does not care. */
  readonly sessions: number | null;
  /** Where the partner pushes results, on its adapter's own port; null for a partner that does not push. */
  readonly webhookPath: string | null;
  readonly secrets: readonly SecretName[];
  /** The partner's error codes. A code that is not here is `PROTOCOL`. */
  readonly errorCodes: Readonly<Record<string, CodeMeaning>>;
  /** The partner's decline codes. A code that is not here is `OTHER`. */
  readonly declineCodes: Readonly<Record<string, DeclineCategory>>;
}

/** What a manifest says; the rest has defaults. */
export type PartnerDefinition = Omit<PartnerManifest, 'operations' | 'sessions' | 'webhookPath'> & {
  readonly sessions?: number;
  readonly webhookPath?: string;
  readonly operations?: { readonly quote?: Partial<OperationSettings> };
};

const QUOTE_DEFAULTS: OperationSettings = {
  timeoutMs: 8_000,
  breaker: { errorThresholdPercent: 50, minimumCalls: 20, windowMs: 10_000, probeAfterMs: 5_000 },
};

export const definePartner = (definition: PartnerDefinition): PartnerManifest => ({
  sessions: null,
  webhookPath: null,
  ...definition,
  operations: { quote: { ...QUOTE_DEFAULTS, ...definition.operations?.quote } },
});

export const permanent = (category: ErrorCategory): CodeMeaning => ({ category, retryable: false });
export const transient = (category: ErrorCategory): CodeMeaning => ({ category, retryable: true });
