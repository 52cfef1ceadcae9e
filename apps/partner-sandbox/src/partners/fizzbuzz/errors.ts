import type { Problem } from '../../wire/check-body.js';
import { fieldPath } from '../../wire/field-path.js';
import { valueAt } from '../../wire/json.js';

/** F's errors (partners.md F.4, JSON-RPC 2.0 §5.1). */

const MESSAGES = {
  '-32700': 'Parse error',
  '-32600': 'Invalid Request',
  '-32601': 'Method not found',
  '-32602': 'Invalid params',
  '-32603': 'Internal error',
  '-32010': 'Rate limited',
  '-32020': 'Temporarily unavailable',
  '-32030': 'Offer already issued',
  '-32031': 'dedupeKey reused',
  '-32032': 'Offer expired',
  '-32033': 'Price changed',
  '-32034': 'Offer not bindable or withdrawn',
  '-32035': 'Payment mismatch',
  '-32040': 'No such offer or policy',
} as const satisfies Record<string, string>;

export interface RpcError {
  readonly code: number;
  readonly message: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

export const rpcError = (code: keyof typeof MESSAGES, data?: RpcError['data']): RpcError => ({
  code: Number(code),
  message: MESSAGES[code],
  ...(data === undefined ? {} : { data }),
});

export const rateLimited = (seconds: number): RpcError =>
  rpcError('-32010', { retryable: true, retryAfterMs: 1_000 * seconds });

export const unavailable = (): RpcError => rpcError('-32020', { retryable: true, retryAfterMs: 1_500 });

/** Every problem of the params at once, with what stands there. */
export const invalidParams = (problems: readonly Problem[], params: unknown): RpcError =>
  rpcError('-32602', {
    violations: problems.map(({ path, code }) => ({
      path: fieldPath(['params', ...path]),
      rule: code,
      got: valueAt(params, path) ?? null,
    })),
  });
