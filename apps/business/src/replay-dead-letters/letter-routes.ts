import { deriveTopology, PARTNERS } from '@app/partner-registry';
import { ISSUANCE_OPERATOR_QUEUE, issuanceQueue } from '@app/product-lines';

/** A queue that is emptied into the store. */
export interface LetterSource {
  readonly from: string;
  /** Where its messages failed. */
  readonly queue: string;
}

/** Where dead letters come from and where they may go, derived from the registry. */
export interface LetterRoutes {
  readonly sources: readonly LetterSource[];
  /** Every queue whose dead letters are kept. */
  readonly queues: ReadonlySet<string>;
  readonly operatorQueue: string;
  /** The issuance queue of each partner. */
  readonly issuanceQueues: ReadonlyMap<string, string>;
}

export function letterRoutes(): LetterRoutes {
  const { queues, subscriptions } = deriveTopology();
  const failed = queues.map(({ name: queue, deadLetterQueue }) => ({ from: deadLetterQueue.name, queue }));
  const undelivered = subscriptions.map(({ queue, deadLetterQueue }) => ({ from: deadLetterQueue.name, queue }));
  const handedOn = { from: ISSUANCE_OPERATOR_QUEUE, queue: ISSUANCE_OPERATOR_QUEUE };
  const sources = new Map([...failed, ...undelivered, handedOn].map((source) => [source.from, source]));
  return {
    sources: [...sources.values()],
    queues: new Set(queues.map(({ name }) => name)),
    operatorQueue: ISSUANCE_OPERATOR_QUEUE,
    issuanceQueues: new Map(PARTNERS.map(({ id }) => [id, issuanceQueue(id)])),
  };
}

export const isIssuanceQueue = ({ issuanceQueues }: LetterRoutes, queue: string): boolean =>
  [...issuanceQueues.values()].includes(queue);
