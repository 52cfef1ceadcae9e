import { personalFieldsOf } from '@app/contracts';
import { createLogger } from '@app/platform';
import { PRODUCT_LINE_IDS, type ProductLineId } from '@app/product-lines';
import {
  canonicalErrorOf,
  declinedAnswer,
  type ExampleName,
  eventually,
  exampleBody,
  failedAnswer,
  inMemoryPorts,
  offer,
  quotedAnswer,
} from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { get, postAnswers, postRequest } from './testing/api-calls.js';
import { type BusinessUnderTest, KEY, startUnderTest } from './testing/business-under-test.js';

const EXAMPLES = {
  'motor-four-wheeler': 'm1',
  'motor-two-wheeler': 't1',
  health: 'h1',
  travel: 'r1',
  'term-life': 'l1',
} as const satisfies Record<ProductLineId, ExampleName>;

/** A sound value for every field of classes C and S, unlike anything else in the system. */
const SOUND: Readonly<Record<string, unknown>> = {
  '/proposer/mobile': '+919811122233',
  '/proposer/email': 'zinnia.quill@example.org',
  '/proposer/fullName': 'Zinnia Quillfeather',
  '/proposer/annualIncomeMinor': 918_273_645_546_372,
  '/risk/registrationNumber': 'MH12ZQ7731',
  '/risk/previousPolicy/policyNumber': 'ZQX-552817',
  '/risk/annualIncomeMinor': 817_263_544_536,
  '/risk/members/*/preExisting': ['CARDIAC', 'CANCER'],
  '/risk/travellers/*/preExisting': true,
};

const AS_TEXT = `quillfeather-${'z'.repeat(300)}`;
/** What breaks every one of those fields in some way, with a text that must not come back. */
const UNSOUND: readonly unknown[] = [
  AS_TEXT,
  [AS_TEXT],
  { quillfeather: AS_TEXT },
  'quillfeather\u0000',
  -918_273_645,
  1e300,
];

/** Texts that give a person away. What is only `true` gives itself away by the name of its field. */
const SECRETS = [
  '9811122233',
  'zinnia',
  'quill',
  '918273645',
  'ZQ7731',
  'ZQX-552817',
  '817263544536',
  'CARDIAC',
  'preExisting',
];

/** Sets the field at every place that a pointer with `*` names; a part that is not there is left out. */
function setField(node: unknown, [key, ...rest]: readonly string[], value: unknown): void {
  if (typeof node !== 'object' || node === null || key === undefined) return;
  const keys = key === '*' ? Object.keys(node) : [key];
  for (const one of keys) {
    if (rest.length === 0) Reflect.set(node, one, value);
    else setField(Reflect.get(node, one), rest, value);
  }
}

/** An example of a line with a value in each of its personal fields. */
function bodyWith(line: ProductLineId, valueFor: (field: string) => unknown): Record<string, unknown> {
  const body: Record<string, unknown> = { ...exampleBody(EXAMPLES[line]) };
  for (const field of personalFieldsOf(line)) setField(body, field.split('/').slice(1), valueFor(field));
  return body;
}

const soundBody = (line: ProductLineId) => bodyWith(line, (field) => SOUND[field]);

const secretsIn = (text: string, secrets = SECRETS): string[] =>
  secrets.filter((secret) => text.toLowerCase().includes(secret.toLowerCase()));

describe('nothing personal', () => {
  let ports: ReturnType<typeof inMemoryPorts>;
  let business: BusinessUnderTest;
  let log: string[];
  beforeEach(async () => {
    ports = inMemoryPorts();
    log = [];
    const logger = createLogger('business-under-test', 'trace', { write: (line) => log.push(line) });
    business = await startUnderTest(ports, { logger });
  });
  afterEach(() => business.stop());

  /** Whatever leaves the service besides the answer to this caller, and what of it stands open in the store. */
  const elsewhere = (): string =>
    [
      ...log,
      ...ports.publisher.published.flatMap(({ body, attributes }) => [body, JSON.stringify(attributes)]),
      ...[...ports.store().accepted.values()].map((one) => JSON.stringify(one.request)),
    ].join('\n');
  const withdraw = (id: string) =>
    request(business.api)
      .post(`/v1/quote-requests/${id}/consent-withdrawals`)
      .set({ authorization: `Bearer ${KEY}` });

  it('is unknown to this test: every field of classes C and S has a value here', () => {
    const fields = new Set(PRODUCT_LINE_IDS.flatMap(personalFieldsOf));
    expect([...fields].sort()).toEqual(Object.keys(SOUND).sort());
  });

  it('would escape it: the values are found where they stand open', () => {
    const found = PRODUCT_LINE_IDS.flatMap((line) => secretsIn(JSON.stringify(soundBody(line))));
    expect(new Set(found)).toEqual(new Set(SECRETS));
  });

  it.each(PRODUCT_LINE_IDS)('of a request for %s is told to anybody from the post to the withdrawal', async (line) => {
    const posted = await postRequest(business, soundBody(line)).expect(202);
    const { id, partnersAsked } = posted.body;
    await eventually(() => expect(ports.publisher.events('quote.requested.v1')).toHaveLength(partnersAsked));
    const read = await get(business, `/v1/quote-requests/${id}/quotes`).expect(200);
    await withdraw(id).expect(204);
    await eventually(() => {
      ports.clock.advance(100);
      expect(ports.publisher.events('quote.completed.v1')).toHaveLength(1);
    });
    const shown = [posted, read].map(({ headers, text }) => [headers, text]);
    expect(secretsIn(elsewhere() + JSON.stringify(shown))).toEqual([]);
  });

  it('that a partner writes into its answer is told to anybody but the reader', async () => {
    const { id } = (await postRequest(business, soundBody('motor-four-wheeler')).expect(202)).body;
    const said = 'Dear Zinnia Quillfeather of MH12ZQ7731';
    const error = canonicalErrorOf({ messageForOps: said, partnerCode: 'ZQX-552817' });
    const decline = { code: 'AG-D01', source: 'PARTNER', category: 'OTHER', message: said } as const;
    const receipts = await postAnswers(business, [
      failedAnswer({ requestId: id, partner: 'acme-general', error }),
      declinedAnswer({ requestId: id, partner: 'cogwheel-direct', declines: [decline] }),
      quotedAnswer({ requestId: id, partner: 'fizzbuzz', offers: [offer({ planName: said })] }),
      { ...quotedAnswer({ requestId: id, partner: 'dak-bungalow' }), status: said, startedAt: said },
    ]).expect(200);
    await eventually(() => {
      ports.clock.advance(100);
      expect(ports.publisher.events('quote.answered.v1').length).toBeGreaterThan(1);
    });
    expect(receipts.body.results.map(({ result }: { result: string }) => result)).toContain('INVALID');
    expect(secretsIn(elsewhere() + receipts.text)).toEqual([]);
  });

  describe.each(PRODUCT_LINE_IDS)('of a body for %s comes back in an error', (line) => {
    /** Pointers name fields, and a rule may name every condition there is: neither says anything about a person. */
    const expectNoEcho = ({ text, headers }: { text: string; headers: unknown }) => {
      const inErrors = SECRETS.filter((secret) => secret !== 'preExisting' && secret !== 'CARDIAC');
      expect(secretsIn(text + JSON.stringify(headers), inErrors)).toEqual([]);
      expect(secretsIn(elsewhere())).toEqual([]);
    };

    it.each(UNSOUND.map((value) => [value]))('when its personal fields are %j', async (value) => {
      const response = await postRequest(
        business,
        bodyWith(line, () => value),
      ).expect(422);
      expect(response.body.errors.length).toBeGreaterThanOrEqual(personalFieldsOf(line).length - 1);
      for (const { detail } of response.body.errors) expect(secretsIn(detail, ['quill', '918273645'])).toEqual([]);
      expect(secretsIn(elsewhere(), ['quill', '918273645'])).toEqual([]);
    });

    it('when everything else in it is wrong', async () => {
      const { risk, proposer, ...rest } = soundBody(line);
      const start = { policyStartDate: '1900-01-01', departureDate: '1900-01-01' };
      const wrong = { isNewVehicle: true, bhSeries: true, vehicleId: 'none', rtoCode: 'XX99', pincode: '999999' };
      const body = {
        ...rest,
        proposer: { ...Object(proposer), state: '?' },
        risk: { ...Object(risk), ...start, ...wrong },
      };
      expectNoEcho(await postRequest(business, { ...body, partners: ['nobody'] }).expect(422));
    });

    it('when it cannot be read, or is not taken', async () => {
      const text = JSON.stringify(soundBody(line));
      expectNoEcho(await postRequest(business, text.slice(0, -1)).expect(400));
      expectNoEcho(await postRequest(business, text.replace('"proposer":{', '"proposer":{"mobile":1,')).expect(400));
      expectNoEcho(await postRequest(business, text).set('content-type', 'text/plain').expect(415));
      expectNoEcho(await postRequest(business, text.replace('{', `{"padding":"${'x'.repeat(70_000)}",`)).expect(413));
      expectNoEcho(await postRequest(business, text).set('authorization', '').expect(401));
    });

    it('when the store refuses it and quotes it', async () => {
      const quoted = JSON.stringify(soundBody(line));
      ports.store().accept = () => {
        const cause = Object.assign(new Error('refused'), { detail: `Failing row contains (${quoted}).` });
        throw Object.assign(new Error('could not be stored', { cause }), { parameters: [quoted] });
      };
      expectNoEcho(await postRequest(business, soundBody(line)).expect(500));
      expect(log.join()).toContain('could not be stored');
    });
  });
});
