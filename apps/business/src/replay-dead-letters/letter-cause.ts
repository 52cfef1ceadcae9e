/** A page of the operations list names its last group by its cause, so causes are short. */
const MAX_LENGTH = 120;
const UNSAID = 'delivered too often without an outcome';

/**
 * What letters are grouped by: the reason without its details, which begin at the first colon, semicolon or comma.
 * `not an event: /id Invalid UUID` → `not an event`; without a reason the queue itself has given the message up.
 */
export function causeOf(reason: string | undefined): string {
  const [kind = ''] = (reason ?? '').split(/[:;,]/, 1);
  const text = kind.replace(/\s+/g, ' ').trim().slice(0, MAX_LENGTH).toWellFormed();
  return text === '' ? UNSAID : text;
}
