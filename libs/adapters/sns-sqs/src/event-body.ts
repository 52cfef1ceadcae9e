import { eventFrame } from '@app/contracts';
import { ok, type Result, refused } from '@app/domain';

export interface EventBody {
  readonly type: string;
  /** The whole event as it came; only its frame has been checked. */
  readonly event: unknown;
}

const parse = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};

/** The event in a message body; refused with a reason that shows nothing of the body. */
export function readEventBody(body: string): Result<EventBody, string> {
  const event = parse(body);
  if (event === undefined) return refused('not JSON');
  const frame = eventFrame.safeParse(event);
  if (frame.success) return ok({ type: frame.data.type, event });
  const fields = frame.error.issues.map(({ path, message }) => `/${path.join('/')} ${message}`);
  return refused(`not an event: ${fields.join('; ')}`);
}
