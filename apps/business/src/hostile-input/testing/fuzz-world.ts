import { randomUUID } from 'node:crypto';
import type { ApiClient, QuoteStore, UsagePlan } from '@app/ports';
import { declinedAnswer, exampleBody, failedAnswer, inMemoryPorts, quotedAnswer } from '@app/testing';
import request from 'supertest';
import type { DeadLettersPart } from '../../replay-dead-letters/assemble-dead-letters.js';
import { deadLettersInMemory } from '../../replay-dead-letters/testing/dead-letters-in-memory.js';
import { postAnswers } from '../../testing/api-calls.js';
import { type BusinessUnderTest, directoryOf, startUnderTest } from '../../testing/business-under-test.js';
import { makeApplications } from './fuzzed-applications.js';
import type { Subjects } from './hostile-calls.js';

const PLENTY: UsagePlan = { ratePerSecond: 1e6, burst: 1e6, perDay: 1e9, creationsPerSecond: null };
const NOTHING_LEFT: UsagePlan = { ...PLENTY, perDay: 1 };

const client = (id: string, rest: Partial<ApiClient> = {}): ApiClient => ({
  ...{ id, kind: 'CONFIDENTIAL', scopes: ['quotes'], plan: PLENTY },
  ...rest,
});

const CLIENTS: Readonly<Record<string, ApiClient>> = {
  'key-of-a-broker': client('broker'),
  'key-of-a-page': client('page', { kind: 'PUBLIC' }),
  'key-of-operators': client('operators', { scopes: ['ops'] }),
  'key-of-the-exhausted': client('exhausted', { plan: NOTHING_LEFT }),
  'key-of-a-rival': client('rival'),
};

const KNOWN = Object.keys(CLIENTS).map((key) => `Bearer ${key}`);
const [BROKER = '', , OPERATORS = ''] = KNOWN;
/** Most calls are the broker's, and the operators' where they are for them, so that much of what is asked for is there. */
const mostlyOf = (caller: string): string[] => [...Array<string>(5).fill(caller), ...KNOWN];
const CALLERS = { quotes: mostlyOf(BROKER), ops: mostlyOf(OPERATORS) };

const NOBODY_KNOWS = '01989d1a-0000-7000-8000-000000000000';
/** So long that what runs at the start of a run still runs at its end. */
const DEADLINE_MS = 1_000_000_000;

/** How time passes: waits of a client are over soon, and everything of the service that runs by itself runs. */
const TICK_EVERY_MS = 5;
const TICK_MS = 2_000;

type Ports = Parameters<typeof startUnderTest>[0];

/** What the rival asks is answered by every partner at once: there must be complete results, too. */
function answeringTheRival<Store extends QuoteStore>(store: Store): Store {
  const accept = store.accept.bind(store);
  store.accept = async (asked) => {
    const accepted = await accept(asked);
    const { requestId } = asked.request;
    const answers = asked.rows.map(({ partner }) => quotedAnswer({ requestId, partner }));
    if (accepted.outcome === 'ACCEPTED' && asked.clientId === 'rival') await store.record(answers);
    return accepted;
  };
  return store;
}

/** A running service with a few quote requests, applications and dead letters in every state. */
export class FuzzWorld {
  private constructor(
    readonly business: BusinessUnderTest,
    private readonly deadLetters: DeadLettersPart,
    private readonly end: () => void,
  ) {}

  /** On a store in memory, with a clock that runs fast. `spoilStore` plants a fault. */
  static async start(spoilStore: (store: QuoteStore) => Partial<QuoteStore> = () => ({})): Promise<FuzzWorld> {
    const ports = inMemoryPorts();
    const openStore: Ports['openStore'] = (...asked) => {
      const store = ports.openStore(...asked);
      return Object.assign(store, spoilStore(store));
    };
    const ticking = setInterval(() => ports.clock.advance(TICK_MS), TICK_EVERY_MS);
    return FuzzWorld.on({ ...ports, openStore }, () => clearInterval(ticking));
  }

  /** On the ports given, which live until `end` is called. */
  static async on(ports: Ports, end: () => void): Promise<FuzzWorld> {
    const openStore: Ports['openStore'] = (...asked) => answeringTheRival(ports.openStore(...asked));
    const letters = ports.letters ?? deadLettersInMemory(ports.clock);
    const business = await startUnderTest(
      { ...ports, letters, openStore },
      { rules: { deadlineMs: DEADLINE_MS }, doors: { clients: directoryOf(CLIENTS, ports.clock) } },
    );
    return new FuzzWorld(business, letters, end);
  }

  /** New ones: of quote requests one that runs, one that is complete, one without consent, and other people's. */
  async subjects(): Promise<Subjects> {
    await this.release('acme-general');
    const running = await this.ask(BROKER);
    const complete = await this.ask(BROKER);
    const withdrawn = await this.ask(BROKER);
    const ofPage = await this.ask('Bearer key-of-a-page');
    const ofRival = await this.ask('Bearer key-of-a-rival');
    await this.complete(complete.id);
    const withdrawal = `/v1/quote-requests/${withdrawn.id}/consent-withdrawals`;
    await request(this.business.api).post(withdrawal).set('authorization', BROKER).expect(204);
    const all = [running, complete, withdrawn, ofPage, ofRival];
    const applications = await this.applications();
    return {
      known: CALLERS,
      ids: {
        'quote-requests': [...all.map(({ id }) => id), NOBODY_KNOWS],
        ...applications.ids,
        'dead-letters': [...(await this.letters()), NOBODY_KNOWS],
      },
      tokens: [...all.map(({ accessToken }) => accessToken), ...applications.tokens],
      bodies: applications.bodies,
    };
  }

  async stop(): Promise<void> {
    await this.business.stop();
    this.end();
  }

  /** An operation before may have taken the partner offline, and nobody could apply for its offers. */
  private async release(partner: string): Promise<void> {
    const put = request(this.business.api).put(`/v1/ops/partners/${partner}/state`).set('authorization', OPERATORS);
    await put.send({ state: 'AUTO', reason: 'the next operation' }).expect(200);
  }

  private async ask(authorization: string): Promise<{ readonly id: string; readonly accessToken: string }> {
    const partners = ['acme-general', 'babbage-lovelace', 'cogwheel-direct'];
    const post = request(this.business.api).post('/v1/quote-requests').set({ authorization });
    const { body } = await post.send({ ...exampleBody(), partners }).expect(202);
    return body;
  }

  /** Applications in every state that somebody can do something about, and offers that can still be applied for. */
  private applications() {
    return makeApplications(this.business, {
      quoted: async (offers) => {
        const asked = await this.ask(BROKER);
        const answer = quotedAnswer({ requestId: asked.id, partner: 'acme-general', offers: [...offers] });
        await postAnswers(this.business, [answer]).expect(200);
      },
      authorization: BROKER,
      nobodyKnows: NOBODY_KNOWS,
    });
  }

  /** New dead letters. */
  private async letters(): Promise<string[]> {
    const { store } = this.deadLetters;
    const made = Array.from({ length: 20 }, () => ({
      ...{ messageId: randomUUID(), queue: 'policy-issuance-acme-general', body: '{}', attributes: {} },
      ...{ cause: 'TIMEOUT', replays: 0, replayAfterMs: null },
    }));
    await store.collect(made);
    const groups = await store.groups({ limit: 10 });
    return groups.flatMap(({ letters }) => letters.map(({ id }) => id));
  }

  private async complete(requestId: string): Promise<void> {
    await postAnswers(this.business, [
      quotedAnswer({ requestId, partner: 'acme-general' }),
      declinedAnswer({ requestId, partner: 'babbage-lovelace' }),
      failedAnswer({ requestId, partner: 'cogwheel-direct' }),
    ]).expect(200);
  }
}

/** Whether a request shows a key that opens something: of several `Authorization` headers, the first. */
export const showsKnownKey = ([authorization = '']: readonly string[]): boolean => KNOWN.includes(authorization);
