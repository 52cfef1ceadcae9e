import type { PartnerView } from '@app/contracts';
import { PARTNERS, type PartnerManifest } from '@app/partner-registry';
import { notFound } from '@app/platform';
import type { FleetStore, PartnerCallCounts, TimeSource } from '@app/ports';
import { readListQuery } from '../lists/list-query.js';
import { type Page, pageOf } from '../lists/page.js';
import { unknownCondition } from './effective-state.js';
import { type PartnerFacts, partnerViewOf } from './partner-views.js';

export interface ListPartnersParts {
  readonly store: Pick<FleetStore, 'breakers' | 'conditions'>;
  readonly counts: PartnerCallCounts;
  /** The store's clock. */
  readonly time: TimeSource;
}

const LIST = { path: '/v1/ops/partners', filters: {}, defaultLimit: 100 };
/** A replica that lives reports every two seconds. */
const BREAKER_AGE_MS = 15_000;
const SCORECARD_MS = 5 * 60_000;

/** Partners as operators see them: as the store has them now, not as this process remembers them. */
export class ListPartnersHandler {
  constructor(private readonly parts: ListPartnersParts) {}

  /** Throws 422 for a query with faults. */
  async handle(query: unknown): Promise<Page<PartnerView>> {
    const { after, ...rest } = readListQuery(LIST, query);
    const following = PARTNERS.filter(({ id }) => after === undefined || id > after);
    const page = pageOf(following, rest, ({ id }) => id);
    return { ...page, items: await this.views(page.items) };
  }

  /** Throws 404 for an unknown partner. */
  async one(partner: string): Promise<PartnerView> {
    const [view] = await this.views(PARTNERS.filter(({ id }) => id === partner));
    if (view === undefined) throw notFound();
    return view;
  }

  private async views(partners: readonly PartnerManifest[]): Promise<PartnerView[]> {
    const { store, counts, time } = this.parts;
    const now = await time.ask();
    const from = new Date(now.getTime() - SCORECARD_MS);
    const [conditions, breakers, calls] = await Promise.all([
      store.conditions(),
      store.breakers(new Date(now.getTime() - BREAKER_AGE_MS)),
      counts.since(partners.map(({ id }) => ({ partner: id, since: from }))),
    ]);
    return partners.map((manifest) => {
      const isOfPartner = ({ partner }: { readonly partner: string }): boolean => partner === manifest.id;
      const facts: PartnerFacts = {
        ...{ manifest, now, from, breakers: breakers.filter(isOfPartner), calls: calls.filter(isOfPartner) },
        condition: conditions.find(isOfPartner) ?? unknownCondition(manifest.id),
      };
      return partnerViewOf(facts);
    });
  }
}
