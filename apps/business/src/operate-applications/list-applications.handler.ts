import type { OperatorApplicationView } from '@app/contracts';
import { APPLICATION_STATUSES } from '@app/domain';
import type { ApplicationStore } from '@app/ports';
import { z } from 'zod';
import { badCursor, readListQuery } from '../lists/list-query.js';
import { type Page, pageOf } from '../lists/page.js';
import { operatorApplicationOf } from './operator-views.js';

const LIST = {
  path: '/v1/ops/applications',
  filters: { status: z.enum(APPLICATION_STATUSES).optional(), refund: z.enum(['DUE', 'REFUNDED']).optional() },
  defaultLimit: 50,
};
const POSITION = z.uuid();

/** Applications as their owners see them, the newest first. */
export class ListApplicationsHandler {
  constructor(private readonly store: Pick<ApplicationStore, 'list'>) {}

  /** Throws 422 for a query with faults. */
  async handle(query: unknown): Promise<Page<OperatorApplicationView>> {
    const { after, filters, ...rest } = readListQuery(LIST, query);
    if (after !== undefined && !POSITION.safeParse(after).success) throw badCursor();
    const applications = await this.store.list({ ...filters, limit: rest.limit + 1, after });
    const page = pageOf(applications, rest, ({ id }) => id);
    return { ...page, items: page.items.map(operatorApplicationOf) };
  }
}
