import type { PartnerAnswer, QuoteProgress } from '@app/domain';
import {
  type Acceptance,
  type AnswerRecord,
  type NewQuoteRequest,
  type QuoteContent,
  type QuoteStore,
  StoreUnavailableError,
} from '@app/ports';
import { type Lifecycle, lifecycleOf } from './quote-ids.js';

export type QuoteStores = Readonly<Record<Lifecycle, QuoteStore>>;

const OTHER: Readonly<Record<Lifecycle, Lifecycle>> = { durable: 'ephemeral', ephemeral: 'durable' };

/** What a store says that can be reached; undefined from one that cannot. */
async function ifReachable<Value>(asked: Promise<Value>): Promise<Value | undefined> {
  return asked.catch((error: unknown) => {
    if (error instanceof StoreUnavailableError) return undefined;
    throw error;
  });
}

/** What clients and partners want of a store; the rest runs beside each of them (store-lane.ts). */
export type QuoteDesk = Pick<QuoteStore, 'accept' | 'read' | 'withOffer' | 'content' | 'record' | 'withdrawConsent'>;

/** Two stores as one: the id of a request says in which of them it lives. One that is away fails its own requests only. */
export class RoutedQuoteStore implements QuoteDesk {
  constructor(private readonly stores: QuoteStores) {}

  /** A key is a client's for every line, so it may have been used in the other store. */
  async accept(request: NewQuoteRequest): Promise<Acceptance> {
    const lifecycle = lifecycleOf(request.request.requestId);
    const { clientId, idempotency } = request;
    if (idempotency !== null) {
      const known = await ifReachable(this.stores[OTHER[lifecycle]].findKey(clientId, idempotency));
      if (known !== undefined) return known;
    }
    return this.stores[lifecycle].accept(request);
  }

  read(id: string): Promise<QuoteProgress | undefined> {
    return this.storeOf(id).read(id);
  }

  /** An offer's id does not say where its request lives. A store that is away matters when nothing else is found. */
  async withOffer(offerId: string): Promise<QuoteProgress[]> {
    const stores = Object.values(this.stores);
    const settled = await Promise.allSettled(stores.map((store) => store.withOffer(offerId)));
    const found = settled.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
    const failed = settled.filter((one) => one.status === 'rejected').map(({ reason }) => reason as unknown);
    const serious = failed.find((reason) => found.length === 0 || !(reason instanceof StoreUnavailableError));
    if (serious !== undefined) throw serious;
    return found.sort((one, other) => (one.createdAt > other.createdAt ? -1 : 1));
  }

  content(id: string): Promise<QuoteContent | undefined> {
    return this.storeOf(id).content(id);
  }

  withdrawConsent(id: string): Promise<QuoteProgress | undefined> {
    return this.storeOf(id).withdrawConsent(id);
  }

  /** Rejects when a store is away, after the other one has stored what is its own: then it is posted again. */
  async record(answers: readonly PartnerAnswer[]): Promise<AnswerRecord[]> {
    const groups = Map.groupBy(answers, ({ requestId }) => lifecycleOf(requestId));
    const settled = await Promise.allSettled(
      [...groups].map(async ([lifecycle, group]) => [lifecycle, await this.stores[lifecycle].record(group)] as const),
    );
    const records = new Map(settled.map((one) => fulfilled(one)).map(([lifecycle, all]) => [lifecycle, all.values()]));
    return answers.map(({ requestId, partner }) => {
      const record = records.get(lifecycleOf(requestId))?.next().value;
      return record ?? { requestId, partner, result: 'UNKNOWN_REQUEST' };
    });
  }

  private storeOf(id: string): QuoteStore {
    return this.stores[lifecycleOf(id)];
  }
}

function fulfilled<Value>(settled: PromiseSettledResult<Value>): Value {
  if (settled.status === 'rejected') throw settled.reason;
  return settled.value;
}
