import type { PartnerWebhook, PushedCall } from '@app/partner-kit';
import { isSignedByEleventhHour } from '../webhook-signature.js';
import { type PushedEvent, pushedEvent } from '../wire.js';
import type { PushedResults } from './pushed-results.js';
import { Recent } from './recent.js';

export interface WebhookParts {
  readonly secret: string;
  readonly now: () => Date;
  readonly pushed: PushedResults;
}

/** Well more than E delivers within the half minute in which it repeats itself. */
const REMEMBERED_EVENTS = 10_000;

const NO_CONTENT = 204;
const BAD_REQUEST = 400;
const UNAUTHORIZED = 401;

function readEvent(body: Buffer): PushedEvent | undefined {
  try {
    return pushedEvent.safeParse(JSON.parse(body.toString('utf8'))).data;
  } catch {
    return undefined;
  }
}

/**
 * `POST /webhooks/eleventh-hour` (partners.md E.4). A delivery that is not signed or not readable is refused, so that E
 * delivers it again; one that came before is acknowledged and changes nothing, and so are events of other types.
 */
export function quoteWebhook({ secret, now, pushed }: WebhookParts): PartnerWebhook {
  const seen = new Recent<true>(REMEMBERED_EVENTS);
  const receive = ({ headers, body }: PushedCall): number => {
    if (!isSignedByEleventhHour(body, headers['x-eh-signature'], { secret, now: now() })) return UNAUTHORIZED;
    const event = readEvent(body);
    if (event === undefined) return BAD_REQUEST;
    const isNew = !seen.has(event.eventId);
    seen.set(event.eventId, true);
    if (isNew && event.type === 'quote.completed') pushed.push(event.jobId, event.result);
    return NO_CONTENT;
  };
  return { path: '/webhooks/eleventh-hour', receive };
}
