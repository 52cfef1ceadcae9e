import type { CanonicalRequest } from '@app/contracts';
import { PRODUCT_LINES } from '@app/product-lines';
import { canonicalRequestOf, type ExampleName, exampleBody } from '@app/testing';

type RiskFields = ReturnType<typeof exampleBody>['risk'];

/** A worked example of rating.md §9 as an adapter gets it, with other answers to some of its questions. */
export function requestFor(name: ExampleName, changes: Partial<RiskFields> = {}): CanonicalRequest {
  const { proposer, productLine, risk } = exampleBody(name);
  return {
    ...canonicalRequestOf({ createdAt: new Date('2026-11-23T10:00:00Z') }),
    requestId: '01934f2a-0000-7000-8000-0000000000a1',
    proposer: { ...proposer, mobile: '+919800000001' },
    risk: PRODUCT_LINES[productLine].complete({ ...risk, ...changes }),
  };
}
