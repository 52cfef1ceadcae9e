import { asyncApiDocument } from '@app/contracts';
import { deriveTopology } from '@app/partner-registry';
import { eventually, inMemoryPorts, quotedAnswer } from '@app/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { accepted, postAnswers, requestToTwo } from '../testing/api-calls.js';
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

/** The addresses of the channels, each for every value of its parameters. */
function addresses(): string[] {
  const channels: { address: string; parameters?: { productLine: { enum: readonly string[] } } }[] = Object.values(
    document.channels,
  );
  return channels.flatMap(({ address, parameters }) =>
    parameters === undefined
      ? [address]
      : parameters.productLine.enum.map((line) => address.replace('{productLine}', line)),
  );
}

describe('the AsyncAPI document', () => {
  let business: BusinessUnderTest;
  let ports: ReturnType<typeof inMemoryPorts>;
  beforeAll(async () => {
    ports = inMemoryPorts();
    business = await startUnderTest(ports);
  });
  afterAll(() => business.stop());

  it('has the topics that there are', () => {
    expect(addresses().toSorted()).toEqual(deriveTopology().topics.toSorted());
  });

  it('describes every message that is published on the way of a quote, with its attributes', async () => {
    const { id: requestId } = await accepted(business, requestToTwo());
    const partners = ['acme-general', 'cogwheel-direct'];
    const answers = partners.map((partner) => quotedAnswer({ requestId, partner }));
    await postAnswers(business, answers).expect(200);
    const messages = Object.values(document.components.messages);
    await eventually(() => {
      ports.clock.advance(10);
      const published = new Set(ports.publisher.published.map(({ attributes }) => attributes.type));
      expect([...published].toSorted()).toEqual(messages.map(({ name }) => name).toSorted());
    });
    for (const { body, attributes, topic } of ports.publisher.published) {
      const name = messages.find((message) => message.name === attributes.type)?.title ?? '';
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
