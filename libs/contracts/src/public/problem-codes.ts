/** Every code of a problem document, with its status and when it is given (http-api.md, 'Errors and limits'). */
export const PROBLEMS = {
  'malformed-json': { status: 400, about: 'the body is not JSON' },
  'too-deep': { status: 400, about: 'the body has more than 20 levels' },
  'duplicate-key': { status: 400, about: 'an object of the body has a key twice, or the key `__proto__`' },
  'idempotency-key-required': { status: 400, about: 'this call needs an `Idempotency-Key`' },
  unauthorized: { status: 401, about: 'the key is missing or not known' },
  forbidden: { status: 403, about: 'the key lacks the scope' },
  'not-found': { status: 404, about: 'the id is malformed, unknown, or not yours' },
  'idempotency-in-progress': { status: 409, about: 'a post with this key is being stored right now' },
  'offer-expired': { status: 409, about: 'the offer has ended, or ends too soon: ask for quotes again' },
  'offer-not-bindable': {
    status: 409,
    about: 'the offer cannot be applied for: referred, or its consent was withdrawn',
  },
  'offer-already-applied': { status: 409, about: 'somebody has applied for this offer already' },
  'price-changed': { status: 409, about: '`acceptedTotalMinor` is not what the offer, or the new price, costs' },
  'payment-already-used': { status: 409, about: 'the payment reference has paid for an application already' },
  'not-awaiting-acceptance': { status: 409, about: 'there is no new price to accept' },
  'not-resolvable': { status: 409, about: 'the application is not in a state that this action resolves' },
  'too-large': { status: 413, about: 'the body is over 64 KiB' },
  'unsupported-media-type': { status: 415, about: 'the body is not `application/json`' },
  'validation-failed': { status: 422, about: 'form, codes or facts are wrong; `errors` names every fault at once' },
  'payment-mismatch': { status: 422, about: 'amount or currency of the payment are not what is due' },
  'payment-not-confirmed': { status: 422, about: 'nobody confirms that this payment was captured' },
  'idempotency-key-reused': { status: 422, about: 'the key was used for another body' },
  'rate-limited': { status: 429, about: 'the usage plan is used up for now' },
  overloaded: { status: 503, about: 'turned away before any work was done' },
  'store-unavailable': { status: 503, about: 'the store of this product line cannot be reached' },
  'not-ready': { status: 503, about: 'something that the service needs cannot be reached' },
} as const;

export type ProblemCode = keyof typeof PROBLEMS;
