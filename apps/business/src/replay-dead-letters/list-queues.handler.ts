import type { QueueView } from '@app/contracts';
import type { DeadLetterStore, QueueDepths } from '@app/ports';
import { readListQuery } from '../lists/list-query.js';
import { type Page, pageOf } from '../lists/page.js';
import type { LetterRoutes } from './letter-routes.js';

export interface ListQueuesParts {
  readonly routes: Pick<LetterRoutes, 'queues' | 'sources'>;
  readonly depths: QueueDepths;
  readonly store: Pick<DeadLetterStore, 'counts'>;
}

const LIST = { path: '/v1/ops/queues', filters: {}, defaultLimit: 100 };

/** How full the queues are, dead-letter queues included, and how many dead letters are kept of each. */
export class ListQueuesHandler {
  private readonly names: readonly string[];

  constructor(private readonly parts: ListQueuesParts) {
    const { queues, sources } = parts.routes;
    this.names = [...new Set([...queues, ...sources.map(({ from }) => from)])].sort();
  }

  /** Throws 422 for a query with faults. */
  async handle(query: unknown): Promise<Page<QueueView>> {
    const { after, ...rest } = readListQuery(LIST, query);
    const following = this.names.filter((name) => after === undefined || name > after);
    const page = pageOf(following, rest, (name) => name);
    return { ...page, items: await this.views(page.items) };
  }

  private async views(names: readonly string[]): Promise<QueueView[]> {
    const { depths, store } = this.parts;
    const [known, counts] = await Promise.all([depths.depths(names), store.counts()]);
    return names.map((name) => {
      const depth = known.find((one) => one.name === name);
      const letters = counts.find(({ queue }) => queue === name);
      return {
        ...{
          name,
          visible: depth?.visible ?? null,
          inFlight: depth?.inFlight ?? null,
          delayed: depth?.delayed ?? null,
        },
        ...{ deadLetters: letters?.count ?? 0, oldestDeadLetterAt: letters?.oldestAt.toISOString() ?? null },
      };
    });
  }
}
