import {
  PARTNER_ANSWERS_PATH,
  type PartnerReply,
  type PartnerStates,
  partnerAnswer,
  partnerReply,
  REPLICA_REPORTS_PATH,
  WANTED_PATH,
} from '@app/contracts';
import type { PartnerAnswer } from '@app/domain';
import { CallSigner } from '@app/platform';
import { eventually, offer } from '@app/testing';
import { z } from 'zod';
import { type ReceivedCall, type ScriptedAnswer, ScriptedServer } from './scripted-server.js';

const answers = z.array(partnerAnswer);
const key = Buffer.from('a key that only this test knows').toString('base64');

const quoted = partnerReply.parse({
  outcome: 'ANSWERED',
  status: 'QUOTED',
  offers: [offer()],
  declines: [],
  error: null,
});

export const replies = (reply: PartnerReply) => (): ScriptedAnswer => ({ body: JSON.stringify(reply) });

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

  answerTo(requestId: string): Promise<PartnerAnswer> {
    return eventually(() => {
      const answer = this.posted.find((one) => one.requestId === requestId);
      if (answer === undefined) throw new Error(`no answer to ${requestId}`);
      return answer;
    });
  }

  /** Stores every answer; every request is still wanted. */
  takesAll({ path, body }: ReceivedCall): ScriptedAnswer {
    if (path === WANTED_PATH) return { body: JSON.stringify({ unwanted: [] }) };
    if (path === REPLICA_REPORTS_PATH) return { body: JSON.stringify(this.states) };
    const results = answers
      .parse(JSON.parse(body))
      .map(({ requestId, partner }) => ({ requestId, partner, result: 'STORED' }));
    return { body: JSON.stringify({ results }) };
  }
}
