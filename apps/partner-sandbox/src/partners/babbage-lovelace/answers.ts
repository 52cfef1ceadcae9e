import type { Reply } from '../../wire/reply.js';
import { isQuoteMessage, type Message } from './messages.js';
import { ACORD } from './namespaces.js';
import { envelopeReply, type XmlContents } from './soap.js';
import { localTimeAt } from './wire-forms.js';

const rqUidElement = (value: unknown): XmlContents => (typeof value === 'string' ? { RqUID: value } : {});

/** The answer to a message at an instant: it repeats both RqUIDs, and that to a quote also says when it was given. */
export function answerReply({ name, outerRqUid, body }: Message, now: Date, members: XmlContents): Reply {
  const response = {
    ...rqUidElement(body.RqUID),
    ...(isQuoteMessage(name) ? { TransactionResponseDt: localTimeAt(now), CurCd: 'INR' } : {}),
    ...members,
  };
  const service = { ...rqUidElement(outerRqUid), [`${name}Rs`]: response };
  return envelopeReply(200, { ACORD: { '@xmlns': ACORD, InsuranceSvcRs: service } });
}
