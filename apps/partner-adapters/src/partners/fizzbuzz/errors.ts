import type { CanonicalError } from '@app/domain';
import { codedFailure, codeWord } from '@app/partner-kit';
import { fizzbuzz } from '@app/partner-registry';
import type { RpcError } from './json-rpc.js';

/** What F's error says: its code, how long to wait, and every place that it refuses (partners.md F.4). */
export function readRefusal({ code, data }: RpcError): CanonicalError {
  const violations = data?.violations ?? [];
  const details = violations.map(({ path, rule }) => `${codeWord(path) ?? '?'} ${codeWord(rule) ?? '?'}`);
  return codedFailure(fizzbuzz.errorCodes, String(code), { retryAfterMs: data?.retryAfterMs, details });
}
