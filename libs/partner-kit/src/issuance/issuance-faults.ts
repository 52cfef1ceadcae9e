import { type IssuanceReply, issuanceReply, issuanceResult } from '@app/contracts';
import type { NotIssued } from './partner-policies.js';

const NOBODY = '00000000-0000-4000-8000-000000000000';

/** What is wrong with a reply; empty when it may leave: neither its own rules are broken nor those of the result made of it. */
export function issuanceFaults(reply: IssuanceReply | NotIssued): string[] {
  if (reply.outcome === 'NOT_ISSUED') return [];
  const own = issuanceReply.safeParse(reply);
  const posted = issuanceResult.safeParse({ ...reply, applicationId: NOBODY, attempt: 1 });
  const issues = [own, posted].flatMap(({ error }) => error?.issues ?? []);
  return [...new Set(issues.map(({ path, message }) => `${path.join('.') || 'reply'}: ${message}`))];
}
