import type { CanonicalRequest, PartnerReply } from '@app/contracts';
import { createLogger, type RunningService, readSettings } from '@app/platform';
import type { Patience } from '../issuance/attempt.js';
import { unlimited } from '../limits/open-limits.js';
import { type AnswerCall, type FakeAnswer, FakePartner, type ReceivedCall } from '../testing/fake-partner.js';
import { PolicyCaller } from '../testing/policy-caller.js';
import { QuoteCaller } from '../testing/quote-caller.js';
import type { WireAnswers } from './described.js';
import type { PartnerDescription } from './partner-description.js';
import { send, type WireAnswer, type WirePush } from './wire-answer.js';

const prefixOf = (partnerId: string): string => `PARTNER_${partnerId.replaceAll('-', '_').toUpperCase()}_`;

/** What a partner answers, and what it was asked. */
class PlayedPartner {
  /** How calls are answered. */
  onCall: AnswerCall = () => (response) => void response.destroy();
  /** The calls, in the order received; what the partner answers beside them is not among these. */
  readonly calls: ReceivedCall[] = [];

  constructor(private readonly beside: NonNullable<PartnerDescription['beside']>) {}

  readonly answer: AnswerCall = (call) => {
    const answer = this.beside(call);
    if (answer !== undefined) return answer;
    this.calls.push(call);
    return this.onCall(call);
  };
}

/**
 * A partner's whole integration service between a fake partner and a caller that signs and seals as the reactive
 * service does. It knows no credentials but the published sandbox values, and keeps to no limits.
 */
export class AdapterUnderTest {
  private constructor(
    readonly partner: PlayedPartner,
    private readonly server: FakePartner,
    private readonly service: RunningService,
    private readonly quotes: QuoteCaller,
    readonly policies: PolicyCaller,
  ) {}

  static async start(
    { adapter, environment = {}, beside }: PartnerDescription,
    patience?: Patience,
  ): Promise<AdapterUnderTest> {
    const { id } = adapter.manifest;
    const partner = new PlayedPartner(beside ?? (() => undefined));
    const server = await FakePartner.start(partner.answer);
    const env = { INTERNAL_PORT: '0', LISTEN_HOST: '127.0.0.1', [`${prefixOf(id)}BASE_URL`]: server.url };
    const settings = readSettings(adapter.settings, { ...env, ...environment });
    const service = await adapter.start(settings, createLogger('test', 'silent'), unlimited, patience);
    const { internal } = service.ports;
    return new AdapterUnderTest(
      partner,
      server,
      service,
      new QuoteCaller(id, internal),
      new PolicyCaller(id, internal),
    );
  }

  /** From now on the partner answers like this, and pushes what comes with the answer. */
  answer(answer: WireAnswers): void {
    this.partner.onCall = (call) => this.given(answer(call));
  }

  /** An answer, with what is pushed about when it is sent. */
  given(answer: WireAnswer): FakeAnswer {
    // A push that fails is one that the adapter waits for in vain.
    if (answer.pushes !== undefined) this.push(answer.pushes()).catch(() => undefined);
    return send(answer);
  }

  ask(request: CanonicalRequest, withinMs?: number): Promise<PartnerReply> {
    return this.quotes.ask(request, withinMs);
  }

  async stop(): Promise<void> {
    await this.service.stop();
    await this.server.close();
  }

  private async push({ path, headers, body }: WirePush): Promise<void> {
    const url = `http://127.0.0.1:${this.service.ports.internal}${path}`;
    const response = await fetch(url, { method: 'POST', headers, body });
    await response.arrayBuffer();
  }
}
