import type { QuoteStore } from '@app/ports';

/** Tells the reactive services about which quote requests nobody may be asked any more. */
export class WantedQuotesHandler {
  constructor(private readonly store: Pick<QuoteStore, 'read'>) {}

  /**
   * Those whose consent was withdrawn. Of one that is unknown, or whose store is away, we know nothing: it is not among
   * them, and does not keep the others from being named.
   */
  async unwanted(requestIds: readonly string[]): Promise<string[]> {
    const looks = await Promise.allSettled([...new Set(requestIds)].map((id) => this.store.read(id)));
    return looks.flatMap((look) => {
      const progress = look.status === 'fulfilled' ? look.value : undefined;
      return progress === undefined || progress.consentWithdrawnAt === null ? [] : [progress.id];
    });
  }
}
