import { checkAcceptance, checkApplication, checkQuoteRequest, openApiDocument } from '@app/contracts';
import { partnersOfLine } from '@app/partner-registry';
import { describe, expect, it } from '@jest/globals';
import { bodyCheck } from './testing/described-answers.js';

const post = openApiDocument().paths['/v1/quote-requests']?.post as ReturnType<typeof JSON.parse>;
const examples: Record<string, { value: unknown }> = post.requestBody.content['application/json'].examples;
const names = Object.keys(examples);
const isDescribed = bodyCheck('QuoteRequest');
// A fresh copy, as a client sends it.
const bodyOf = (name: string) => JSON.parse(JSON.stringify(examples[name]?.value));
const sellersOf = (line: Parameters<typeof partnersOfLine>[0]) => partnersOfLine(line).map(({ id }) => id);

const isAccepted = (body: unknown): boolean => checkQuoteRequest(body, sellersOf).ok;

describe('the body of a quote request in the document', () => {
  it('has the worked examples', () => {
    expect(names.toSorted()).toEqual(
      [
        ...['h1', 'h2', 'h3', 'h4', 'l1', 'l2', 'l3', 'm1', 'm2', 'm3', 'm4', 'm5', 'm6'],
        ...['r1', 'r2', 'r3', 'r4', 't1', 't2', 't3'],
      ].toSorted(),
    );
  });

  it.each(names)('takes the example %s, as the service does', (name) => {
    isDescribed(bodyOf(name));
    expect(isDescribed.errors).toBeNull();
    expect(isAccepted(bodyOf(name))).toBe(true);
  });

  it.each<[string, (body: ReturnType<typeof bodyOf>) => void]>([
    ['an unknown field', (body) => Object.assign(body, { colour: 'red' })],
    ['an unknown field of the risk', (body) => Object.assign(body.risk, { colour: 'red' })],
    ['an unknown field of the proposer', (body) => Object.assign(body.proposer, { colour: 'red' })],
    ['an unknown field of the consent', (body) => Object.assign(body.consent, { colour: 'red' })],
    ['no risk', (body) => delete body.risk],
    [
      'another line',
      (body) => Object.assign(body, { productLine: body.productLine === 'health' ? 'travel' : 'health' }),
    ],
    ['no line of ours', (body) => Object.assign(body, { productLine: 'boats' })],
    ['no consent to share', (body) => Object.assign(body.consent, { purposes: ['QUOTE'] })],
    ['an empty list of partners', (body) => Object.assign(body, { partners: [] })],
    ['a date that is none', (body) => Object.assign(body.proposer, { dateOfBirth: '1990' })],
    ['a withdrawal', (body) => Object.assign(body.consent, { withdrawnAt: '2026-11-23T10:00:00Z' })],
  ])('refuses %s, as the service does', (_, spoil) => {
    for (const name of names) {
      const body = bodyOf(name);
      spoil(body);
      expect([name, isDescribed(body), isAccepted(body)]).toEqual([name, false, false]);
    }
  });

  it.each<[string, (body: ReturnType<typeof bodyOf>) => object]>([
    ['only what is required', ({ productLine, proposer, risk, consent }) => ({ productLine, proposer, risk, consent })],
    ['null for what may be left out', (body) => ({ ...body, country: null, locale: null, partners: null })],
    ['a consent that was not withdrawn', (body) => ({ ...body, consent: { ...body.consent, withdrawnAt: null } })],
    ['a partner by name', (body) => ({ ...body, partners: sellersOf(body.productLine).slice(0, 1) })],
  ])('takes %s, as the service does', (_, change) => {
    for (const name of names) {
      const body = change(bodyOf(name));
      isDescribed(body);
      expect([name, isDescribed.errors, isAccepted(body)]).toEqual([name, null, true]);
    }
  });
});

describe.each([
  { component: 'ApplicationRequest', path: '/v1/applications', name: 'application', check: checkApplication },
  { component: 'Acceptance', path: '/v1/applications/{id}/acceptances', name: 'acceptance', check: checkAcceptance },
])('the body $component in the document', ({ component, path, name, check }) => {
  const operation = openApiDocument().paths[path]?.post as ReturnType<typeof JSON.parse>;
  const { value } = operation.requestBody.content['application/json'].examples[name];
  const example = (): ReturnType<typeof JSON.parse> => structuredClone(value);
  const isTaken = bodyCheck(component);
  const verdicts = (body: unknown) => [isTaken(body), check(body).ok];

  it('takes its example, as the service does', () => {
    expect(verdicts(example())).toEqual([true, true]);
  });

  it.each<[string, (body: ReturnType<typeof example>) => unknown]>([
    ['an unknown field', (body) => Object.assign(body, { colour: 'red' })],
    ['an unknown field of the payment', (body) => Object.assign(body.payment, { colour: 'red' })],
    ['no payment', (body) => delete body.payment],
    ['a reference that is none', (body) => Object.assign(body.payment, { reference: 'PAY 1' })],
    ['a currency that is no code', (body) => Object.assign(body.payment, { currency: 'rupees' })],
    ['a price in rupees', (body) => Object.assign(body, { acceptedTotalMinor: 17_381.61 })],
    ['nothing to pay', (body) => Object.assign(body.payment, { amountMinor: 0 })],
  ])('refuses %s, as the service does', (_, spoil) => {
    const body = example();
    spoil(body);
    expect(verdicts(body)).toEqual([false, false]);
  });
});
