import {
  ADAPTER_DOCUMENT_PATH,
  ADAPTER_ISSUANCE_PATH,
  ISSUANCE_RESULTS_PATH,
  type IssuanceReply,
  issuanceResult,
  PARTNER_ANSWERS_PATH,
  type PartnerReply,
  type PartnerStates,
  partnerAnswer,
  partnerReply,
  REPLICA_REPORTS_PATH,
  WANTED_ATTEMPT_PATH,
  WANTED_PATH,
} from '@app/contracts';
import type { IssuanceResult, PartnerAnswer } from '@app/domain';
import { CallSigner } from '@app/platform';
import { eventually, offer } from '@app/testing';
import { z } from 'zod';
import { type ReceivedCall, type ScriptedAnswer, ScriptedServer } from './scripted-server.js';

const answers = z.array(partnerAnswer);
const results = z.array(issuanceResult);
const key = Buffer.from('a key that only this test knows').toString('base64');

export const quoted = partnerReply.parse({
  outcome: 'ANSWERED',
  status: 'QUOTED',
  offers: [offer()],
  declines: [],
  error: null,
});

export const replies = (reply: PartnerReply) => (): ScriptedAnswer => ({ body: JSON.stringify(reply) });

/** Issues whatever it is asked for, and has its documents. */
export const issues =
  (reply: IssuanceReply) =>
  ({ path }: ReceivedCall): ScriptedAnswer =>
    path === ADAPTER_DOCUMENT_PATH
      ? { contentType: 'application/pdf', body: '%PDF-1.7' }
      : { body: JSON.stringify(reply) };

const DOCUMENTS = '/internal/v1/applications/';

function storesResults(body: string): ScriptedAnswer {
  const stored = results.parse(JSON.parse(body)).map(({ applicationId }) => ({ applicationId, result: 'STORED' }));
  return { body: JSON.stringify({ results: stored }) };
}

/** Those that the service calls: one integration service for every partner, and the business service. */
export class Neighbours {
  readonly signingKey = key;
  readonly signer = new CallSigner([key]);
  readonly adapter = new ScriptedServer(replies(quoted));
  readonly business = new ScriptedServer((call) => this.takesAll(call));
  /** What the business service answers reports with. */
  states: PartnerStates = { partners: [] };

  static async open(): Promise<Neighbours> {
    const neighbours = new Neighbours();
    await Promise.all([neighbours.adapter.open(), neighbours.business.open()]);
    return neighbours;
  }

  async shut(): Promise<void> {
    await Promise.all([this.adapter.shut(), this.business.shut()]);
  }

  /** Every answer that was posted, repeated ones too. */
  get posted(): readonly PartnerAnswer[] {
    const posts = this.business.calls.filter(({ path }) => path === PARTNER_ANSWERS_PATH);
    return posts.flatMap(({ body }) => answers.parse(JSON.parse(body)));
  }

  /** Every issuance result that was posted, repeated ones too. */
  get results(): readonly IssuanceResult[] {
    const posts = this.business.calls.filter(({ path }) => path === ISSUANCE_RESULTS_PATH);
    return posts.flatMap(({ body }) => results.parse(JSON.parse(body)));
  }

  /** The calls for policies. */
  get policyCalls(): readonly ReceivedCall[] {
    return this.adapter.calls.filter(({ path }) => path === ADAPTER_ISSUANCE_PATH);
  }

  answerTo(requestId: string): Promise<PartnerAnswer> {
    return eventually(() => {
      const answer = this.posted.find((one) => one.requestId === requestId);
      if (answer === undefined) throw new Error(`no answer to ${requestId}`);
      return answer;
    });
  }

  /** Stores everything; all of it is still wanted. */
  takesAll({ path, body }: ReceivedCall): ScriptedAnswer {
    if (path === WANTED_PATH) return { body: JSON.stringify({ unwanted: [] }) };
    if (path === REPLICA_REPORTS_PATH) return { body: JSON.stringify(this.states) };
    if (path === WANTED_ATTEMPT_PATH) return { body: JSON.stringify({ isWanted: true }) };
    if (path === ISSUANCE_RESULTS_PATH) return storesResults(body);
    if (path.startsWith(DOCUMENTS)) return { status: 204, body: '' };
    const stored = answers
      .parse(JSON.parse(body))
      .map(({ requestId, partner }) => ({ requestId, partner, result: 'STORED' }));
    return { body: JSON.stringify({ results: stored }) };
  }
}
