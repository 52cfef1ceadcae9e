import {
  EVENT_ATTRIBUTES,
  MAX_MESSAGE_ATTRIBUTES,
  queueAddress,
  REASON_ATTRIBUTE,
  REPLAYS_ATTRIBUTE,
} from '@app/contracts';
import type { DeadLetter, OutboxMessage } from '@app/ports';
import { issuanceOf } from './issuance-letter.js';
import { isIssuanceQueue, type LetterRoutes } from './letter-routes.js';
import { MAX_REPLAYS } from './replay-rules.js';

/** Our own stay when there are too many. */
const ESSENTIAL: ReadonlySet<string> = new Set(EVENT_ATTRIBUTES);

type Attributes = Readonly<Record<string, string>>;

function withEssentialFirst(attributes: Attributes): [string, string][] {
  const isEssential = ([name]: [string, string]): boolean => ESSENTIAL.has(name);
  const [first, last] = [true, false].map((side) =>
    Object.entries(attributes).filter((one) => isEssential(one) === side),
  );
  return [...(first ?? []), ...(last ?? [])];
}

/** The letter's attributes with these changed, six at most; undefined takes one away. */
function changed(attributes: Attributes, changes: Readonly<Record<string, string | undefined>>): Attributes {
  const added = Object.entries(changes).filter((one): one is [string, string] => one[1] !== undefined);
  const kept = withEssentialFirst(attributes).filter(([name]) => !(name in changes));
  return Object.fromEntries([...kept.slice(0, MAX_MESSAGE_ATTRIBUTES - added.length), ...added]);
}

/** Whether a letter that is due goes to the operators instead of back: it was replayed as often as it may be. */
const isExhausted = ({ queue, replays }: DeadLetter, routes: LetterRoutes): boolean =>
  isIssuanceQueue(routes, queue) && replays >= MAX_REPLAYS;

/** A letter of the operators goes back to its partner's queue; one that names no partner stays with them. */
function queueToReplayTo({ queue, attributes, body }: DeadLetter, routes: LetterRoutes): string {
  if (queue !== routes.operatorQueue) return queue;
  const { issuanceQueues } = routes;
  return issuanceQueues.get(attributes.partnerId ?? '') ?? issuanceQueues.get(issuanceOf(body)?.partner ?? '') ?? queue;
}

/** The message that a due letter becomes. Its id is the letter's, so that whoever sends it says which letter went. */
export function messageOf(letter: DeadLetter, routes: LetterRoutes): OutboxMessage {
  const { id, attributes, body, replays } = letter;
  const reason = attributes[REASON_ATTRIBUTE];
  const exhausted = isExhausted(letter, routes);
  const count = exhausted ? replays : replays + 1;
  const changes = { [REPLAYS_ATTRIBUTE]: String(count), [REASON_ATTRIBUTE]: exhausted ? reason : undefined };
  return {
    ...{ id, body, attributes: changed(attributes, changes), correlationId: id, revocable: false },
    topic: queueAddress(exhausted ? routes.operatorQueue : queueToReplayTo(letter, routes)),
  };
}
