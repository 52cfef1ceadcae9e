import { createLogger } from '@app/platform';
import { eventually, inMemoryPorts } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { get } from '../testing/api-calls.js';
import { type BusinessUnderTest, startUnderTest } from '../testing/business-under-test.js';
import { Applying, applicationFor } from './testing/applying.js';

/** Texts of the example that give a person away, the payment's reference among them. */
const SECRETS = ['Asha', 'Rao', 'asha@', '9800000001', 'Lake Road', '560095', '234F', 'ENG123456', 'MA1AB2CD3', 'PAY-'];
const UNSOUND = `quillfeather-${'z'.repeat(300)}`;

describe('nothing personal of an application', () => {
  let ports: ReturnType<typeof inMemoryPorts>;
  let business: BusinessUnderTest;
  let applying: Applying;
  let log: string[];
  beforeEach(async () => {
    ports = inMemoryPorts();
    log = [];
    const logger = createLogger('business-under-test', 'trace', { write: (line) => log.push(line) });
    business = await startUnderTest(ports, { logger });
    applying = new Applying(business);
  });
  afterEach(() => business.stop());

  it('stands in its answer, in what is told of it, or in the log', async () => {
    const { offer: made } = await applying.quoted();
    // Elsewhere than the quote request says.
    const address = { line1: '12 Lake Road', city: 'Bengaluru', state: 'KA', pincode: '560095' };
    const body = () => {
      const { proposer, ...rest } = applicationFor(made);
      return { ...rest, proposer: Object.assign({}, proposer, { address }) };
    };
    const accepted = await applying.apply(body(), { 'idempotency-key': 'once' }).expect(202);
    const again = await applying.apply(body(), { 'idempotency-key': 'once' }).expect(422);
    const taken = await applying.apply(body()).expect(409);
    const read = await get(business, accepted.body.links.self).expect(200);
    await eventually(() => expect(ports.publisher.events('policy.issuance-requested.v1')).toHaveLength(1));
    const told = ports.publisher.published.map((message) => `${message.body} ${JSON.stringify(message.attributes)}`);
    const texts = [accepted.text, again.text, taken.text, read.text, ...told, ...log].join('\n');
    expect(SECRETS.filter((secret) => texts.includes(secret))).toEqual([]);
  });

  it('comes back in a refusal, whatever is wrong with it', async () => {
    const { offer: made } = await applying.quoted();
    const sound = applicationFor(made);
    const fields = [...Object.keys(sound), 'proposer/email', 'proposer/address/pincode', 'payment/reference'];
    for (const field of fields) {
      const body = structuredClone(sound);
      const path = field.split('/');
      const last = path.pop() ?? '';
      const parent = path.reduce<object>((node, key) => Object(Reflect.get(node, key)), body);
      Reflect.set(parent, last, UNSOUND);
      const { text, status } = await applying.apply(body);
      expect([field, status >= 400, text.includes('quillfeather')]).toEqual([field, true, false]);
    }
    expect(log.join('\n')).not.toContain('quillfeather');
  });
});
