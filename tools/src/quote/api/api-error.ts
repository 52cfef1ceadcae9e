import type { Problem } from '@app/contracts';

/** How a call to the API can fail. */
export type ApiFailure =
  | { readonly kind: 'REFUSED'; readonly status: number; readonly problem: Problem | undefined }
  | { readonly kind: 'UNREACHABLE'; readonly code: string }
  | { readonly kind: 'SILENT'; readonly seconds: number }
  | { readonly kind: 'UNREADABLE'; readonly detail: string }
  | { readonly kind: 'UNFINISHED'; readonly seconds: number };

/** The API did not do what was asked of it. */
export class ApiError extends Error {
  constructor(
    readonly origin: string,
    readonly failure: ApiFailure,
  ) {
    super(explainFailure(origin, failure).join('\n'));
  }
}

/** What can be done about a refusal, by its code. */
const WAYS_OUT: Readonly<Record<string, string>> = {
  'offer-expired': 'Ask again: a new quote has offers that last (magic value 12 makes them end after 5 s).',
  'offer-not-bindable': 'Ask again, or apply for the offer of another partner.',
  'offer-already-applied': 'Ask again: each quote has offers of its own.',
  'payment-already-used': 'Try again: each try pays with a new reference.',
  'payment-not-confirmed': 'Only a stack for development takes a reference that begins with PAY- for a payment.',
  'not-awaiting-acceptance': 'The time to decide is over, or somebody has accepted: read the application again.',
};

function explainRefusal(status: number, problem: Problem | undefined): string[] {
  if (status === 401)
    return [
      'The API does not accept this key (401).',
      'Give one that it knows with --api and --key; a stack that runs prints its own (npm start).',
    ];
  if (problem === undefined) return [`The API answered ${status} without saying why.`];
  if (problem.errors !== undefined && problem.errors.length > 0)
    return problem.errors.map(({ pointer, detail }) => `${pointer}: ${detail}`);
  const wayOut = WAYS_OUT[problem.code];
  return [
    `${problem.title} (${status}, ${problem.code}): ${problem.detail}`,
    ...(wayOut === undefined ? [] : [wayOut]),
    `Trace: ${problem.traceId}`,
  ];
}

/** What happened and the way out, as lines for a person. */
function explainFailure(origin: string, failure: ApiFailure): string[] {
  switch (failure.kind) {
    case 'REFUSED':
      return explainRefusal(failure.status, failure.problem);
    case 'UNREACHABLE':
      return [
        `Nothing can be reached at ${origin} (${failure.code}).`,
        'Is the stack up? npm start starts it; npm run quote without --api starts one for itself.',
      ];
    case 'SILENT':
      return [
        `${origin} gave no answer within ${failure.seconds} s.`,
        'What the services say: npm start -- --verbose in another terminal, then try again.',
      ];
    case 'UNREADABLE':
      return [`${origin} does not answer as http-api.md says: ${failure.detail}`, 'Is it the API of this version?'];
    case 'UNFINISHED':
      return [`The quote request is still not complete ${failure.seconds} s after its deadline.`];
  }
}

/** A short name to count failures by: `429 rate-limited`, `ECONNRESET`. */
export function failureName(failure: ApiFailure): string {
  if (failure.kind === 'REFUSED') return [failure.status, failure.problem?.code].join(' ').trim();
  return failure.kind === 'UNREACHABLE' ? failure.code : failure.kind;
}
