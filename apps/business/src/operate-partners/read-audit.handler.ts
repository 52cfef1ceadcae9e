import type { AuditEntry, AuditTrail } from '@app/ports';
import { badCursor, readListQuery } from '../lists/list-query.js';
import { type Page, pageOf } from '../lists/page.js';

const LIST = { path: '/v1/ops/audit', filters: {}, defaultLimit: 50 };
const POSITION = /^\d{1,18}$/;

/** The audit, page by page. What is added meanwhile moves no page: a cursor names an entry. */
export class ReadAuditHandler {
  constructor(private readonly trail: AuditTrail) {}

  /** Throws 422 for a query with faults. */
  async handle(query: unknown): Promise<Page<AuditEntry>> {
    const { after, ...rest } = readListQuery(LIST, query);
    if (after !== undefined && !POSITION.test(after)) throw badCursor();
    return pageOf(await this.trail.entries(rest.limit + 1, after), rest, ({ id }) => id);
  }
}
