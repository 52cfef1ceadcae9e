import {
  type CanonicalRequestOf,
  completeRequest,
  type QuoteRequestBody,
  type QuoteRequestBodyOf,
} from '@app/contracts';
import type { MotorLine, MotorRequest } from '@app/partner-kit';
import { type ExampleName, exampleBody } from '@app/testing';

const createdAt = new Date('2026-11-23T10:00:00Z');
const requestId = '01934f2a-0000-7000-8000-0000000000a1';
const mobile = '+919800000001';

type Named<Letter extends string> = Extract<ExampleName, `${Letter}${number}`>;
type Facts<Line extends QuoteRequestBody['productLine']> = QuoteRequestBodyOf<Line>['risk'];

/** A body as an adapter gets it: completed, and with a mobile number among its personal fields. */
function arrived(body: QuoteRequestBody) {
  const withMobile: QuoteRequestBody = { ...body, proposer: { ...body.proposer, mobile } };
  const request = completeRequest(withMobile, { requestId, createdAt, deadlineMs: 20_000, lateMs: 300_000 });
  return { ...request, riskFingerprint: 'sha256:0000' };
}

// The requests below are of the line that their body is of.

/** A worked motor example of rating.md §9 as an adapter gets it, with other answers to some of its questions. */
export function requestFor(name: Named<'m' | 't'>, changes: Partial<Facts<MotorLine>> = {}): MotorRequest {
  const body: QuoteRequestBodyOf<MotorLine> = exampleBody(name);
  return arrived({ ...body, risk: { ...body.risk, ...changes } }) as MotorRequest;
}

/** A worked health example of rating.md §9, as above. */
export function healthRequestFor(name: Named<'h'>, changes: Partial<Facts<'health'>> = {}) {
  const body = exampleBody(name);
  return arrived({ ...body, risk: { ...body.risk, ...changes } }) as CanonicalRequestOf<'health'>;
}

/** A worked travel example of rating.md §9, as above. */
export function travelRequestFor(name: Named<'r'>, changes: Partial<Facts<'travel'>> = {}) {
  const body = exampleBody(name);
  return arrived({ ...body, risk: { ...body.risk, ...changes } }) as CanonicalRequestOf<'travel'>;
}

/** A worked term life example of rating.md §9, as above. */
export function termLifeRequestFor(name: Named<'l'>, changes: Partial<Facts<'term-life'>> = {}) {
  const body = exampleBody(name);
  return arrived({ ...body, risk: { ...body.risk, ...changes } }) as CanonicalRequestOf<'term-life'>;
}

/** Any worked example of rating.md §9 as an adapter gets it. */
export const workedRequest = (name: ExampleName) => arrived(exampleBody(name));
