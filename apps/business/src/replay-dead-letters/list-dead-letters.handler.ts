import type { DeadLetterGroupView } from '@app/contracts';
import type { DeadLetter, DeadLetterGroup, DeadLetterStore } from '@app/ports';
import { z } from 'zod';
import { badCursor, readListQuery } from '../lists/list-query.js';
import { type Page, pageOf } from '../lists/page.js';
import { envelopeOf } from './letter-envelope.js';

const LIST = { path: '/v1/ops/dead-letters', filters: { queue: z.string().max(100).optional() }, defaultLimit: 50 };
const position = z.tuple([z.string(), z.string()]);

/** The queue and cause of a group, as a page names its last one. */
const positionOf = ({ queue, cause }: DeadLetterGroup): string => JSON.stringify([queue, cause]);

function readPosition(text: string) {
  try {
    const [queue, cause] = position.parse(JSON.parse(text));
    return { queue, cause };
  } catch {
    throw badCursor();
  }
}

function letterView({ id, receivedAt, body, attributes, replays, replayAt }: DeadLetter) {
  const times = { receivedAt: receivedAt.toISOString(), replayAt: replayAt?.toISOString() ?? null };
  return { id, replays, ...times, ...envelopeOf(body, attributes) };
}

const groupView = ({ queue, cause, count, oldestAt, newestAt, letters }: DeadLetterGroup): DeadLetterGroupView => ({
  ...{ queue, cause, count, oldestAt: oldestAt.toISOString(), newestAt: newestAt.toISOString() },
  messages: letters.map(letterView),
});

/** Dead letters by queue and cause. */
export class ListDeadLettersHandler {
  constructor(private readonly store: Pick<DeadLetterStore, 'groups'>) {}

  /** Throws 422 for a query with faults. */
  async handle(query: unknown): Promise<Page<DeadLetterGroupView>> {
    const { after, filters, ...rest } = readListQuery(LIST, query);
    const groups = await this.store.groups({
      queue: filters.queue,
      limit: rest.limit + 1,
      after: after === undefined ? undefined : readPosition(after),
    });
    const page = pageOf(groups, rest, positionOf);
    return { ...page, items: page.items.map(groupView) };
  }
}
