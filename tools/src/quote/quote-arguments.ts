import { ok, type Result, refused } from '@app/domain';
import { PRODUCT_LINE_IDS } from '@app/product-lines';
import type { ApiAddress } from './api/api-connection.js';
import type { ApplyArguments } from './apply/apply-for-offer.js';
import { APPLY_OPTIONS, applyArguments } from './apply/apply-options.js';
import { type GivenOptions, type OptionDefinition, readOptions } from './command-line.js';
import { type ChosenRequest, chooseRequest } from './request-source.js';

export const QUOTE_OPTIONS = {
  product: { takes: 'LINE', about: `one of ${PRODUCT_LINE_IDS.join(', ')}; its first example is sent` },
  example: { takes: 'NAME', about: 'one of the examples below instead [m1]' },
  file: { takes: 'PATH', about: 'a quote request of your own instead (JSON, the body of POST /v1/quote-requests)' },
  registration: { takes: 'PLATE', about: 'another registration number, for the magic values below' },
  pincode: {
    takes: 'PIN',
    about: 'another pincode, where there is no vehicle: its last four digits are the magic value',
  },
  ...APPLY_OPTIONS,
  json: { about: 'one JSON document on standard output and nothing else there' },
  'no-start': { about: 'only a stack that runs already; exit code 3 when there is none' },
  api: { takes: 'URL', about: 'the API of another stack, with --key' },
  key: { takes: 'KEY', about: 'the key of a client of that API' },
  help: { about: 'this text' },
} as const satisfies Record<string, OptionDefinition>;

type QuoteOption = keyof typeof QUOTE_OPTIONS;

export interface QuoteArguments {
  readonly request: ChosenRequest;
  /** What to apply for once the quote is complete. */
  readonly apply: ApplyArguments | undefined;
  readonly json: boolean;
  readonly mayStart: boolean;
  /** Somebody else's stack; else the one of this checkout. */
  readonly address: ApiAddress | undefined;
}

function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && `${url.origin}/` === url.href;
}

function addressProblems(api: string | undefined, key: string | undefined): string[] {
  const problems: string[] = [];
  if ((api === undefined) !== (key === undefined)) problems.push('--api and --key belong together');
  if (api !== undefined && !isOrigin(api))
    problems.push(`--api: "${api}" is no origin; one looks like http://127.0.0.1:3000`);
  if (key !== undefined && !/^[\x21-\x7e]+$/.test(key)) problems.push('--key: a key has no spaces and is plain ASCII');
  return problems;
}

export const readQuoteOptions = (args: readonly string[]): GivenOptions<QuoteOption> =>
  readOptions(QUOTE_OPTIONS, args);

/** What to do, or every problem of the arguments at once. */
export function quoteArguments(given: GivenOptions<QuoteOption>): Result<QuoteArguments, string[]> {
  const { texts, flags, problems } = given;
  const api = texts.get('api');
  const key = texts.get('key');
  const request = chooseRequest({
    product: texts.get('product'),
    example: texts.get('example'),
    file: texts.get('file'),
    registration: texts.get('registration'),
    pincode: texts.get('pincode'),
  });
  const apply = applyArguments(given);
  const wrong = [request, apply].flatMap((part) => (part.ok ? [] : part.error));
  const all = [...problems, ...wrong, ...addressProblems(api, key)];
  if (!request.ok || !apply.ok || all.length > 0) return refused(all);
  const address = api === undefined || key === undefined ? undefined : { api: new URL(api).origin, key };
  const mayStart = !flags.has('no-start');
  return ok({ request: request.value, apply: apply.value, json: flags.has('json'), mayStart, address });
}
