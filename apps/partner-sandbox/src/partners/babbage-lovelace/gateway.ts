import type { Reply } from '../../wire/reply.js';
import type { World } from '../partner.js';
import { answerReply } from './answers.js';
import { badMessage, invalidStatus } from './errors.js';
import type { UserCall } from './gate.js';
import { isQuoteMessage, type KeyedMessage, keyedMessage, type MessageName, readMessage } from './messages.js';
import type { Outcome, StoredAnswers } from './stored-answers.js';

export type MessageHandler = (call: UserCall, message: KeyedMessage) => Outcome;

export interface Gateway {
  readonly world: World;
  readonly answers: StoredAnswers;
  readonly handlers: Readonly<Record<MessageName, MessageHandler>>;
}

/** The one address of all messages: what the message is, whether it was answered before, who answers it. */
export const answerMessage =
  ({ world, answers, handlers }: Gateway) =>
  (call: UserCall): Reply => {
    const message = readMessage(call.call, call.envelope);
    if (message === undefined) return badMessage();
    const keyed = keyedMessage(message);
    if (!keyed.ok) return answerReply(message, world.now(), invalidStatus(keyed.error));
    if (isQuoteMessage(message.name)) call.call.note({ reference: keyed.value.rqUid });
    return answers.answer(call.user, keyed.value, () => handlers[message.name](call, keyed.value));
  };
