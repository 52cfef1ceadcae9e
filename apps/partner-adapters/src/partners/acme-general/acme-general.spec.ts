import { ClientCredentials, type MotorLine, PartnerHttp, type QuoteLine } from '@app/partner-kit';
import { type FakeAnswer, FakePartner, json, problem, silence } from '@app/partner-kit/testing';
import { acmeGeneral } from '@app/partner-registry';
import { ManualClock } from '@app/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { requestFor } from '../../testing/canonical-requests.js';
import { AcmeGeneralClient } from './client.js';
import { quoteMotor } from './lines/motor/line.js';
import { toAcmeGeneral } from './lines/motor/to-acme-general.js';
import { accepted, M1 } from './testing/worked-answers.js';

const m1 = requestFor('m1');
const patience = () => new AbortController().signal;

/** The printed answer of partners.md A.2. */
const printed = accepted(M1);

const validationFailed = (...errors: { pointer: string; code: string; message: string }[]) =>
  problem(422, { title: 'Validation failed', status: 422, code: 'VALIDATION_FAILED', errors });

const idvOutOfRange = { pointer: '/proposal/insuredValue', code: 'IDV_OUT_OF_RANGE', message: '42390000 to 51810000' };

describe('asking Acme General for a car', () => {
  let partner: FakePartner;
  let http: PartnerHttp;
  let quote: QuoteLine<MotorLine>;
  let onToken: () => FakeAnswer;
  /** The answers to come, the last one for ever. */
  let answers: FakeAnswer[];
  let tokens: number;

  beforeEach(async () => {
    tokens = 0;
    onToken = () => {
      tokens += 1;
      return json(200, { access_token: `agt_${tokens}`, token_type: 'Bearer', expires_in: 300, scope: 'quotes' });
    };
    answers = [json(201, printed)];
    partner = await FakePartner.start(({ path }) => {
      if (path === '/oauth2/token') return onToken();
      return (answers.length > 1 ? answers.shift() : answers[0]) ?? silence;
    });
    const clock = new ManualClock();
    http = new PartnerHttp({ baseUrl: partner.url, clock });
    const credentials = { tokenPath: '/oauth2/token', clientId: 'market-sbx', clientSecret: 'acme-sbx-secret' };
    const { errorCodes } = acmeGeneral;
    const oauth = new ClientCredentials({ http, ...credentials, scopes: ['quotes', 'policies'], errorCodes, clock });
    quote = quoteMotor(new AcmeGeneralClient(http, oauth), { clock, newId: () => 'id' });
  });

  afterEach(async () => {
    await http.close();
    await partner.close();
  });

  const quoteCalls = () => partner.callsTo('/v1/quotes');
  const failureOf = async (signal = patience()) => {
    const reply = await quote(m1, signal);
    return reply.outcome === 'FAILED' ? reply.error : reply;
  };

  it('posts the mapped request with a token and returns its offer', async () => {
    const reply = await quote(m1, patience());
    expect(reply).toMatchObject({ outcome: 'ANSWERED', status: 'QUOTED', offers: [{ offerId: 'off_id' }] });
    const [call] = quoteCalls();
    expect(call).toMatchObject({
      method: 'POST',
      headers: {
        authorization: 'Bearer agt_1',
        'content-type': 'application/json',
        'x-correlation-id': m1.requestId,
      },
    });
    const asked = toAcmeGeneral(m1);
    expect(JSON.parse(call?.body ?? '')).toEqual(asked.ok && asked.value);
  });

  it.each([
    ['a model that A does not know', requestFor('m1', { vehicleId: 'FW09' })],
    ['the car of a company', requestFor('m1', { ownerType: 'COMPANY' })],
  ])('calls nobody for %s', async (_what, request) => {
    expect(await quote(request, patience())).toMatchObject({ status: 'DECLINED', declines: [{ source: 'PLATFORM' }] });
    expect(partner.calls).toHaveLength(0);
  });

  it('passes on how long A wants to be left alone', async () => {
    answers = [problem(503, { code: 'UPSTREAM_UNAVAILABLE' }, { 'retry-after': '2' })];
    expect(await failureOf()).toMatchObject({ category: 'UNAVAILABLE', retryAfterMs: 2_000 });
  });

  it('tells operators every field that was refused, and none of its values', async () => {
    answers = [
      validationFailed(
        { pointer: '/proposal/vehicle/rto', code: 'UNKNOWN_RTO', message: 'RTO MH-12 is not known' },
        { pointer: '/proposal/voluntaryDeductible', code: 'NOT_OFFERED', message: 'Allowed: 0' },
      ),
    ];
    expect(await failureOf()).toMatchObject({
      category: 'VALIDATION',
      messageForOps:
        'answered 422 VALIDATION_FAILED /proposal/vehicle/rto UNKNOWN_RTO /proposal/voluntaryDeductible NOT_OFFERED',
    });
  });

  describe('when the token is refused', () => {
    const refused = problem(401, { code: 'TOKEN_EXPIRED' }, { 'www-authenticate': 'Bearer error="invalid_token"' });

    it('fetches one new token and repeats the call', async () => {
      answers = [refused, json(201, printed)];
      expect(await quote(m1, patience())).toMatchObject({ status: 'QUOTED' });
      expect(quoteCalls().map(({ headers }) => headers.authorization)).toEqual(['Bearer agt_1', 'Bearer agt_2']);
    });

    it('takes a second refusal as final', async () => {
      answers = [refused];
      expect(await failureOf()).toMatchObject({ category: 'AUTHENTICATION', retryable: false, httpStatus: 401 });
      expect(quoteCalls()).toHaveLength(2);
      expect(tokens).toBe(2);
    });
  });

  it.each([
    [401, { error: 'invalid_client' }, 'AUTHENTICATION', false],
    [400, { error: 'invalid_scope' }, 'AUTHENTICATION', false],
    [429, { code: 'RATE_LIMITED' }, 'RATE_LIMITED', true],
    [503, { code: 'UPSTREAM_UNAVAILABLE' }, 'UNAVAILABLE', true],
  ])('asks for no quote when the token endpoint answers %p', async (status, body, category, retryable) => {
    onToken = () => json(status, body);
    expect(await failureOf()).toMatchObject({ category, retryable });
    expect(quoteCalls()).toHaveLength(0);
  });

  describe('with a value outside the range of A', () => {
    const wanting = requestFor('m1', { requestedIdvMinor: 90_000_000 });
    const askedValues = () => quoteCalls().map(({ body }) => JSON.parse(body).proposal.insuredValue);

    it('is asked once more without it, and the difference is an adjustment', async () => {
      answers = [validationFailed(idvOutOfRange), json(201, printed)];
      expect(await quote(wanting, patience())).toMatchObject({
        status: 'QUOTED',
        offers: [{ adjustments: [{ field: 'requestedIdvMinor', requested: 90_000_000, applied: 47_100_000 }] }],
      });
      expect(askedValues()).toEqual([90_000_000, null]);
    });

    it('is asked only once more', async () => {
      answers = [validationFailed(idvOutOfRange)];
      expect(await quote(wanting, patience())).toMatchObject({ outcome: 'FAILED', error: { category: 'VALIDATION' } });
      expect(askedValues()).toEqual([90_000_000, null]);
    });

    it('is not asked again when something else is wrong too', async () => {
      const unknownModel = { pointer: '/proposal/vehicle/modelCode', code: 'UNKNOWN_MODEL', message: 'No' };
      answers = [validationFailed(idvOutOfRange, unknownModel)];
      expect(await quote(wanting, patience())).toMatchObject({ outcome: 'FAILED', error: { category: 'VALIDATION' } });
      expect(quoteCalls()).toHaveLength(1);
    });
  });
});
