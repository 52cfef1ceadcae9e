import { type PartnerReply, partnerAnswer, type QuoteRequestedData } from '@app/contracts';

/** What is wrong with a reply; empty when it may leave. A broken sum or a status without its content may not. */
export function replyFaults(reply: PartnerReply, { requestId, partner }: QuoteRequestedData): string[] {
  const content =
    reply.outcome === 'FAILED'
      ? { status: 'FAILED', partial: false, offers: [], declines: [], error: reply.error }
      : { ...reply, partial: reply.error !== null };
  const now = new Date(0).toISOString();
  // The partner answer that will be posted of it, whose rules are the stricter ones.
  const posted = { ...content, requestId, partner, answerId: 'unposted', attempts: 1, startedAt: now, finishedAt: now };
  const { error } = partnerAnswer.safeParse(posted);
  return error?.issues.map(({ path, message }) => `${path.join('.') || 'reply'}: ${message}`) ?? [];
}
