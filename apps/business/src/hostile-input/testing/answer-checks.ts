import { openApiDocument, problem } from '@app/contracts';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import type { DescribedOperation } from './described-operations.js';
import type { HttpAnswer, HttpCall } from './http-call.js';

/** Refusals of a connection whose request cannot be read: they belong to no operation, and know no path. */
const CONNECTION_FAULTS: Readonly<Record<number, string>> = { 400: 'malformed-request', 431: 'headers-too-large' };
/** What shows that an error was not written for its reader. */
const INTERNALS = /node_modules|\bat [^"]*\.[jt]s:\d|\b(TypeError|RangeError|SyntaxError)\b|SELECT |INSERT |UPDATE /;

const ID = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';
/** A path whose ids, if it has any, are ones. */
const WELL_FORMED = new RegExp(`^/v1/(quote-requests|applications)(/${ID}(/[a-z-]+(/${ID})?)?)?(\\?|$)`);
/** Of bytes that may be of any type. */
const ANY_TYPE = '*/*';

const ajv = new Ajv2020({ formats: fullFormats, strict: false, validateSchema: false });
ajv.addSchema(openApiDocument(), 'api');

const step = (text: string): string => encodeURIComponent(text.replaceAll('~', '~0').replaceAll('/', '~1'));

/** What the document says of a body; null where it has none of this type for this status. */
function schemaOf(
  { path, method, responses }: DescribedOperation,
  status: number,
  type: string,
): ValidateFunction | null {
  if (!responses[status]?.includes(type)) return null;
  const steps = ['paths', path, method.toLowerCase(), 'responses', String(status), 'content', type, 'schema'];
  const $ref = `api#/${steps.map(step).join('/')}`;
  return ajv.getSchema($ref) ?? null;
}

/** The content type; that JSON is UTF-8 need not be said. */
const typeOf = (headers: HttpAnswer['headers']): string =>
  headers['content-type']?.replace(/; charset=utf-8$/, '') ?? '';

const isOfConnection = ({ status, headers }: HttpAnswer): boolean =>
  status in CONNECTION_FAULTS && headers.traceparent === undefined && headers.connection === 'close';

const pathOf = ({ path }: HttpCall): string => path.split('?', 1)[0] ?? '';

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function problemFaults(call: HttpCall, { status, headers, text }: HttpAnswer): string[] {
  const faults: string[] = [];
  if (typeOf(headers) !== 'application/problem+json') faults.push(`an error as ${headers['content-type']}`);
  if (INTERNALS.test(text)) faults.push('an error that shows internals');
  const document = problem.safeParse(parsed(text));
  if (!document.success) return call.method === 'HEAD' ? [] : [...faults, `no problem document: ${text}`];
  const { type, code, instance, status: told } = document.data;
  if (type !== `/problems/${code}`) faults.push(`type ${type} of code ${code}`);
  if (told !== status) faults.push(`status ${told} in the document`);
  if (isOfConnection({ status, headers, text })) return CONNECTION_FAULTS[status] === code ? faults : [...faults, code];
  if (instance !== pathOf(call)) faults.push(`instance ${instance}`);
  return faults;
}

function bodyFaults(operation: DescribedOperation, { status, headers, text }: HttpAnswer): string[] {
  const declared = operation.responses[status] ?? [];
  const type = typeOf(headers);
  if (declared.length === 0) return text === '' ? [] : [`a body with status ${status}`];
  if (declared.includes(ANY_TYPE)) return [];
  if (type.startsWith('text/')) return declared.some((one) => one.startsWith(type)) ? [] : [`content type ${type}`];
  const validate = schemaOf(operation, status, type);
  if (validate === null) return [`content type ${type} with status ${status}`];
  return validate(parsed(text)) ? [] : [`a body against its schema: ${ajv.errorsText(validate.errors)}: ${text}`];
}

/** Whether a request is of the operation at all, or of no operation: another method. */
const isOfOperation = ({ method }: HttpCall, operation: DescribedOperation): boolean =>
  method === operation.method || (method === 'HEAD' && operation.method === 'GET');

function otherMethodFaults(operation: DescribedOperation, { status, headers }: HttpAnswer): string[] {
  if (status === 404) return [];
  if (status !== 405) return [`status ${status} for another method`];
  return headers.allow?.split(', ').includes(operation.method) ? [] : [`405 with allow: ${headers.allow}`];
}

function operationFaults(call: HttpCall, operation: DescribedOperation, answer: HttpAnswer): string[] {
  if (!isOfOperation(call, operation)) return otherMethodFaults(operation, answer);
  if (!(answer.status in operation.responses)) return [`status ${answer.status}, which is not declared`];
  return call.method === 'HEAD' ? [] : bodyFaults(operation, answer);
}

/** Headers that tell a known client where it stands. 405, and 404 for what is no id, come before who calls is asked. */
function limitFaults(
  { path }: HttpCall,
  isKnown: boolean,
  { isForClients }: DescribedOperation,
  { status, headers }: HttpAnswer,
): string[] {
  const comesFirst = status === 405 || (status === 404 && !WELL_FORMED.test(path));
  if (!isKnown || comesFirst || !isForClients) return [];
  return ['ratelimit', 'ratelimit-policy'].filter((name) => !headers[name]).map((name) => `no ${name}`);
}

/** Everything about an answer that is not as the API promises; `isKnown` when the caller showed a key that opens. */
export function faultsOfAnswer(
  call: HttpCall,
  operation: DescribedOperation,
  answer: HttpAnswer,
  isKnown: boolean,
): string[] {
  const { status, headers } = answer;
  const problems = status >= 400 ? problemFaults(call, answer) : [];
  if (isOfConnection(answer)) return problems;
  return [
    ...(status >= 500 ? [`a failure of ours: ${status}`] : []),
    ...(headers.traceparent === undefined ? ['no traceparent'] : []),
    ...(headers['cache-control'] === undefined ? ['no cache-control'] : []),
    ...(status === 429 && headers['retry-after'] === undefined ? ['no retry-after'] : []),
    ...problems,
    ...operationFaults(call, operation, answer),
    ...limitFaults(call, isKnown, operation, answer),
  ];
}
