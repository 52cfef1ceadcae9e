import { type CanonicalError, ok, type Result, refused } from '@app/domain';
import { failure, type PartnerResponse } from '@app/partner-kit';
import { amountFrom } from './printed.js';

/** An answer of D, line by line and field by field; the first field of a line, its kind, is not repeated. */
export interface DakDocument {
  readonly rc: string;
  /** What follows the return code in H. */
  readonly header: readonly string[];
  /** L lines. */
  readonly items: readonly (readonly string[])[];
  /** E lines. */
  readonly details: readonly (readonly string[])[];
  /** F lines. */
  readonly files: readonly (readonly string[])[];
  /** The T line. */
  readonly trailer: readonly string[] | null;
}

type Line = readonly [kind: string, ...fields: string[]];

/** An answer with one of these return codes ends with its T line (errata 4). */
const ENDS_WITH_TRAILER: ReadonlySet<string> = new Set(['00', '01', '05', '20', '44']);
/** An answer with one of these says why in its E lines. */
const HAS_DETAILS: ReadonlySet<string> = new Set(['10', '20', '30']);

/** Fields that a line of each kind has at least, its kind included. */
const FIELDS: Readonly<Record<string, number>> = { H: 8, L: 4, E: 4, F: 3, T: 5 };

const isWhole = ([kind, ...fields]: Line): boolean =>
  fields.length + 1 >= (FIELDS[kind] ?? Number.POSITIVE_INFINITY) &&
  // Only the last amount of a trailer shows that it was not cut.
  (kind !== 'T' || amountFrom(fields.at(-1) ?? '') !== undefined);

const linesOf = (text: string): Line[] =>
  text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => {
      const [kind = '', ...fields] = line.split('|');
      return [kind, ...fields];
    });

/** Whether a text could be the beginning of an answer that goes on. */
function isCutShort(lines: readonly Line[]): boolean {
  const last = lines.at(-1);
  if (last === undefined || !isWhole(last)) return true;
  const rc = lines[0]?.[1] ?? '';
  if (ENDS_WITH_TRAILER.has(rc)) return last[0] !== 'T';
  return HAS_DETAILS.has(rc) && last[0] !== 'E';
}

function documentOf(lines: readonly Line[]): DakDocument | undefined {
  const [[, rc, ...header] = [''], ...rest] = lines;
  const all = (wanted: string) => rest.filter(([candidate]) => candidate === wanted).map(([, ...fields]) => fields);
  const [trailer = null, ...otherTrailers] = all('T');
  if (rc === undefined || !rest.every(isWhole) || otherTrailers.length > 0) return undefined;
  return { rc, header, items: all('L'), details: all('E'), files: all('F'), trailer };
}

const unusable = (httpStatus: number, what: string, retryable = false) =>
  refused(failure('PROTOCOL', `answered ${httpStatus} with ${what}`, { httpStatus, retryable }));

function readText(status: number, text: string): Result<DakDocument, CanonicalError> {
  const lines = linesOf(text);
  const [first] = lines;
  if (first !== undefined && first[0] !== 'H') return unusable(status, 'no header line');
  if (isCutShort(lines)) return unusable(status, 'lines that are cut short', true);
  const document = documentOf(lines);
  return document === undefined ? unusable(status, 'lines that are malformed') : ok(document);
}

/** During maintenance a proxy answers in D's place, with a success status. */
function readPage(httpStatus: number, page: string): Result<never, CanonicalError> {
  if (!page.includes('SCHEDULED MAINTENANCE')) return unusable(httpStatus, 'a page that nobody knows');
  return refused(failure('UNAVAILABLE', 'answered with its maintenance page', { httpStatus, retryable: true }));
}

const typeOf = ({ headers }: PartnerResponse): string =>
  (headers['content-type'] ?? '').split(';', 1).join('').trim().toLowerCase();

/**
 * The lines of an answer. `UNAVAILABLE` for the maintenance page, otherwise `PROTOCOL`: another content type, malformed,
 * cut short (only then retryable).
 */
export function readDocument(response: PartnerResponse): Result<DakDocument, CanonicalError> {
  const text = response.body.toString('latin1');
  const type = typeOf(response);
  if (type === 'text/html') return readPage(response.status, text);
  return type === 'text/plain'
    ? readText(response.status, text)
    : unusable(response.status, 'something else than text');
}
