import { asyncApiDocument, queueOf } from '@app/contracts';
import { deriveTopology, PARTNERS } from '@app/partner-registry';
import { issuanceQueue, OPERATOR_ALERTS_TOPIC, PRODUCT_LINE_IDS } from '@app/product-lines';
import { canonicalErrorOf, eventually, inMemoryPorts, quotedAnswer } from '@app/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { Applying } from '../apply/testing/applying.js';
import { accepted, postAnswers, postResults, requestToTwo } from '../testing/api-calls.js';
import { type BusinessUnderTest, startUnderTest } from '../testing/business-under-test.js';

const document = asyncApiDocument();

const ajv = new Ajv({ strict: false });
addFormats.default(ajv);
ajv.addSchema({ ...document, $id: 'asyncapi' });

/** What is wrong with a part of a message. */
function faultsOf(name: string, part: 'headers' | 'payload', value: unknown) {
  const path = part === 'payload' ? `components/schemas/${name}` : `components/messages/${name}/headers`;
  const validate = ajv.getSchema(`asyncapi#/${path}`);
  if (validate === undefined) throw new Error(`Nothing is at ${path}`);
  return validate(value) === true ? [] : (validate.errors ?? []);
}

/** What may stand for a parameter of an address. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  productLine: PRODUCT_LINE_IDS,
  partnerId: PARTNERS.map(({ id }) => id),
};

/** The addresses of the channels, each for every value of its parameters. */
function addresses(): string[] {
  const channels: { address: string }[] = Object.values(document.channels);
  return channels.flatMap(({ address }) => {
    const [whole, name = ''] = /\{(\w+)\}/.exec(address) ?? [];
    return whole === undefined ? [address] : (VALUES[name] ?? []).map((value) => address.replace(whole, value));
  });
}

/** The queues that the service sends to by itself. */
const queues = deriveTopology()
  .queues.map(({ name }) => name)
  .filter((name) => PARTNERS.some(({ id }) => name === issuanceQueue(id)));

describe('the AsyncAPI document', () => {
  let business: BusinessUnderTest;
  let ports: ReturnType<typeof inMemoryPorts>;
  beforeAll(async () => {
    ports = inMemoryPorts();
    business = await startUnderTest(ports);
  });
  afterAll(() => business.stop());

  it('has the topics that there are, and the queues that are sent to', () => {
    expect(queues).toHaveLength(PARTNERS.length);
    expect(addresses().toSorted()).toEqual([...deriveTopology().topics, ...queues].toSorted());
  });

  /** Two applications: one that becomes a policy, and one that does not. */
  async function applyTwice(): Promise<void> {
    const applying = new Applying(business);
    const [one, other] = [await applying.submitted(), await applying.submitted()];
    const error = canonicalErrorOf({ category: 'UNDERWRITING', retryable: false });
    await postResults(business, [
      { applicationId: one.id, attempt: 1, outcome: 'ISSUED', policyNumber: 'AG/PC/2026/0000031' },
      { applicationId: other.id, attempt: 1, outcome: 'REFUSED', error },
    ]).expect(200);
  }

  it('describes every message that is published on the way of a quote and of a policy, with its attributes', async () => {
    const { id: requestId } = await accepted(business, requestToTwo());
    const partners = ['acme-general', 'cogwheel-direct'];
    const answers = partners.map((partner) => quotedAnswer({ requestId, partner }));
    await postAnswers(business, answers).expect(200);
    await applyTwice();
    const messages = Object.values(document.components.messages);
    await eventually(() => {
      ports.clock.advance(10);
      const published = new Set(ports.publisher.published.map(({ attributes }) => attributes.type));
      expect(published).toEqual(new Set(messages.map(({ name }) => name)));
      expect(ports.publisher.published.map(({ topic }) => topic)).toContain(OPERATOR_ALERTS_TOPIC);
    });
    for (const { body, attributes, topic: told } of ports.publisher.published) {
      const topic = queueOf(told) ?? told;
      const ofType = messages.filter((message) => message.name === attributes.type);
      const isAlert = topic === OPERATOR_ALERTS_TOPIC;
      const name = ofType.find(({ title }) => (title === 'OperatorAlert') === isAlert)?.title ?? '';
      expect(faultsOf(name, 'payload', JSON.parse(body))).toEqual([]);
      expect(faultsOf(name, 'headers', attributes)).toEqual([]);
      expect(addresses()).toContain(topic);
    }
  });

  it('would find a message that is not as it says', () => {
    expect(faultsOf('QuoteCompleted', 'payload', { type: 'quote.completed.v1' })).not.toEqual([]);
    expect(faultsOf('QuoteRequested', 'headers', { type: 'quote.requested.v1' })).not.toEqual([]);
  });
});
