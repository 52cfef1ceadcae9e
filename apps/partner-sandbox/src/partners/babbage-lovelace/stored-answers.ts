import { ExpiringMap } from '../../state/expiring-map.js';
import { textAt } from '../../wire/json.js';
import type { Reply } from '../../wire/reply.js';
import { answerReply } from './answers.js';
import { failedStatus } from './errors.js';
import { isQuoteMessage, type KeyedMessage, type MessageName } from './messages.js';

/**
 * What B makes of a message, and what it remembers of it: the answer, given again byte for byte; that the RqUID is
 * taken, while the answer is not final; or nothing, as if the message had never been sent (errata 2).
 */
export interface Outcome {
  readonly reply: Reply;
  readonly remembered: 'answer' | 'rqUid' | 'nothing';
}

interface Stored {
  readonly name: MessageName;
  /** What an Add was about; null for a quote. */
  readonly quoteNumber: string | null;
  /** Null while the answer is not final. */
  readonly reply: Reply | null;
}

const KEPT_MS = 48 * 3_600_000;

export const quoteNumberOf = ({ body }: KeyedMessage): string | null =>
  textAt(body, ['QuoteInfo', 'CompanysQuoteNumber']);

/** What a message must share with an earlier one to be that again, whatever else has changed in it. */
const identityOf = (message: KeyedMessage): Omit<Stored, 'reply'> => ({
  name: message.name,
  quoteNumber: isQuoteMessage(message.name) ? null : quoteNumberOf(message),
});

function isRepeat(stored: Stored, message: KeyedMessage): boolean {
  const { name, quoteNumber } = identityOf(message);
  return stored.name === name && stored.quoteNumber === quoteNumber;
}

/** The answer again, at once and whatever became of it the first time. */
const replayed = (reply: Reply): Reply => ({ ...reply, afterMs: 0, lost: false });

/** One answer per RqUID and user (partners.md B.3). */
export class StoredAnswers {
  readonly #stored: ExpiringMap<Stored>;

  constructor(private readonly now: () => Date) {
    this.#stored = new ExpiringMap(now);
  }

  answer(user: string, message: KeyedMessage, process: () => Outcome): Reply {
    const key = `${user} ${message.rqUid}`;
    const stored = this.#stored.get(key);
    if (stored !== undefined && !isRepeat(stored, message))
      return answerReply(message, this.now(), failedStatus('BL-904'));
    if (stored?.reply) return replayed(stored.reply);
    const { reply, remembered } = process();
    if (remembered !== 'nothing') this.#store(key, message, remembered === 'answer' ? reply : null);
    return reply;
  }

  #store(key: string, message: KeyedMessage, reply: Reply | null): void {
    this.#stored.set(key, { ...identityOf(message), reply }, this.now().getTime() + KEPT_MS);
  }
}
