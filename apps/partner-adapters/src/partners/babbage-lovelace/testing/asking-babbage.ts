import { PartnerHttp } from '@app/partner-kit';
import type { WireAnswer } from '@app/partner-kit/conformance';
import { FakePartner, text } from '@app/partner-kit/testing';
import { ManualClock } from '@app/testing';
import { BabbageLovelaceClient } from '../client.js';
import { textOf } from './signed-call.js';

/** A client of a B that gives the answers it is told to, the last one for ever. Nonces count from the test vector's. */
export class AskingBabbage {
  readonly clock = new ManualClock('2026-11-23T10:00:00.900Z');
  readonly client: BabbageLovelaceClient;
  readonly tools = { clock: this.clock, newId: () => 'id' };
  private readonly http: PartnerHttp;
  private nonces = 0;

  private constructor(
    readonly partner: FakePartner,
    readonly answers: WireAnswer[],
  ) {
    this.http = new PartnerHttp({ baseUrl: partner.url, clock: this.clock });
    this.client = new BabbageLovelaceClient({
      http: this.http,
      user: { username: 'market-sbx', password: 'S4ndbox-Loom!' },
      now: () => this.clock.now(),
      newNonce: () => {
        const nonce = Buffer.from(Array.from({ length: 16 }, (_, index) => index + this.nonces));
        this.nonces += 1;
        return nonce;
      },
    });
  }

  static async start(...answers: WireAnswer[]): Promise<AskingBabbage> {
    const partner = await FakePartner.start(() => {
      const next = answers.length > 1 ? answers.shift() : answers[0];
      if (next === undefined) throw new Error('no answer was told');
      return text(next.status, next.contentType, next.body, next.headers);
    });
    return new AskingBabbage(partner, answers);
  }

  /** What stands in an element of each call. */
  inAllCalls(name: string): string[] {
    return this.partner.calls.map(({ body }) => textOf(body, name));
  }

  async stop(): Promise<void> {
    await this.http.close();
    await this.partner.close();
  }
}
