import { ok, type Result, refused } from '@app/domain';
import {
  isBhSeries,
  isProductLineId,
  PRODUCT_LINE_IDS,
  type ProductLineId,
  REGISTRATION_NUMBER,
} from '@app/product-lines';
import { exampleFile, exampleNames } from './examples.js';
import { type Draft, draft, readDraft } from './json-file.js';

/** Where the quote request comes from, as the command line says it. */
export interface RequestOptions {
  readonly product?: string | undefined;
  readonly example?: string | undefined;
  readonly file?: string | undefined;
  readonly registration?: string | undefined;
  readonly pincode?: string | undefined;
}

export interface ChosenRequest {
  /** For people: `example m1`, `example m1, MH12AB9103`. */
  readonly title: string;
  /** The body as JSON: what is wrong with its fields is for the API to say. */
  readonly body: string;
}

/** What a product line is shown with when nothing else is said. */
const FIRST_EXAMPLE: Readonly<Record<ProductLineId, string>> = {
  'motor-four-wheeler': 'm1',
  'motor-two-wheeler': 't1',
  health: 'h1',
  travel: 'r1',
  'term-life': 'l1',
};
const DEFAULT_LINE: ProductLineId = 'motor-four-wheeler';

const PINCODE = /^[1-9][0-9]{5}$/;

function chooseExample({ product = DEFAULT_LINE, example }: RequestOptions): Result<string, string[]> {
  if (example === undefined) return ok(FIRST_EXAMPLE[isProductLineId(product) ? product : DEFAULT_LINE]);
  const names = exampleNames();
  return names.includes(example)
    ? ok(example)
    : refused([`--example: there is no "${example}"; there are ${names.join(', ')}`]);
}

function readChosen(options: RequestOptions): Result<{ title: string; draft: Draft }, string[]> {
  const example = options.file === undefined ? chooseExample(options) : undefined;
  if (example?.ok === false) return example;
  const title = example === undefined ? `--file ${options.file}` : `example ${example.value}`;
  const read = readDraft(example === undefined ? (options.file ?? '') : exampleFile(example.value), title);
  return read.ok ? ok({ title, draft: read.value }) : read;
}

function optionProblems({ product, example, file, registration, pincode }: RequestOptions): string[] {
  const problems: string[] = [];
  if (product !== undefined && !isProductLineId(product))
    problems.push(`--product: "${product}" is no product line; there is ${PRODUCT_LINE_IDS.join(', ')}`);
  if (example !== undefined && file !== undefined)
    problems.push('--example and --file exclude each other: one of them is the request');
  if (registration !== undefined && !REGISTRATION_NUMBER.test(registration))
    problems.push(`--registration: "${registration}" is no plate; one looks like MH12AB1234 or 22BH1234AA`);
  if (pincode !== undefined && !PINCODE.test(pincode))
    problems.push(`--pincode: "${pincode}" is no pincode; one looks like 411001`);
  return problems;
}

function productProblems(title: string, { productLine }: Draft, product: string | undefined): string[] {
  if (product === undefined || !isProductLineId(product) || productLine === product) return [];
  return [`--product: ${title} asks for ${JSON.stringify(productLine)}, not for ${product}`];
}

/** The plate says whether it is of the BH series: the two facts change together. */
function withPlate(body: Draft, registrationNumber: string | undefined): Result<Draft, string[]> {
  if (registrationNumber === undefined) return ok(body);
  const risk = draft.safeParse(body.risk);
  if (!risk.success || !('registrationNumber' in risk.data))
    return refused(['--registration: this request is not about a vehicle']);
  return ok({ ...body, risk: { ...risk.data, registrationNumber, bhSeries: isBhSeries(registrationNumber) } });
}

/** The proposer's pincode rates the health line too: both must be equal. */
function withPincode(body: Draft, pincode: string | undefined): Draft {
  if (pincode === undefined) return body;
  const [proposer, risk] = [draft.safeParse(body.proposer), draft.safeParse(body.risk)];
  const rated = risk.success && 'pincode' in risk.data ? { risk: { ...risk.data, pincode } } : {};
  return { ...body, ...rated, proposer: { ...(proposer.success ? proposer.data : {}), pincode } };
}

/** The request to send, or everything that is wrong with the choice. */
export function chooseRequest(options: RequestOptions): Result<ChosenRequest, string[]> {
  const problems = optionProblems(options);
  const chosen = readChosen(options);
  if (!chosen.ok) return refused([...problems, ...chosen.error]);
  const { title } = chosen.value;
  const plated = withPlate(chosen.value.draft, options.registration);
  const all = [
    ...problems,
    ...productProblems(title, chosen.value.draft, options.product),
    ...(plated.ok ? [] : plated.error),
  ];
  if (!plated.ok || all.length > 0) return refused(all);
  const body = JSON.stringify(withPincode(plated.value, options.pincode));
  return ok({ title: [title, options.registration, options.pincode].filter(Boolean).join(', '), body });
}
