import type { Problem } from '../../wire/check-body.js';
import { type Reply, reply } from '../../wire/reply.js';
import { errorLine, headerLine, type Line, textReply } from './answers.js';

/** D's result codes and error details (partners.md D.5). */

const RESULTS = {
  '10': 'DECLINED',
  '30': 'INPUT ERROR',
  '40': 'INVALID API KEY',
  '41': 'AMOUNT MISMATCH',
  '42': 'QUOTE EXPIRED',
  '43': 'PAY REF USED',
  '44': 'PRICE REVISED',
  '45': 'NO SUCH QUOTE OR PROPOSAL',
  '46': 'ALREADY ISSUED UNDER OTHER REF',
  '47': 'NOT ISSUED',
  '48': 'REFERRED QUOTE',
  '90': 'SYSTEM BUSY PLEASE RETRY',
  '98': 'TOO MANY SESSIONS',
  '99': 'FATAL',
} as const;

/** `fields`: the reference of the call, where it is known, and what follows it. */
export const resultLine = (code: keyof typeof RESULTS, ...fields: string[]): Line =>
  headerLine(code, RESULTS[code], ...fields);

export const result = (code: keyof typeof RESULTS, ...fields: string[]): Reply =>
  textReply([resultLine(code, ...fields)]);

const DETAILS: Readonly<Record<string, string>> = {
  E01: 'MANDATORY FIELD MISSING',
  E02: 'INVALID FORMAT',
  E05: 'MMV CODE NOT FOUND',
  E07: 'RTO CODE NOT FOUND',
  E14: 'REGISTRATION FORM NOT SUPPORTED',
  E15: 'FUEL DOES NOT MATCH MODEL',
  E21: 'IDV DEVIATION NOT ALLOWED',
  E33: 'NIL DEP NOT ALLOWED FROM 60 MONTHS',
};

/** The first problem only. */
export function inputError({ path, code, acceptable }: Problem, reference: string): Reply {
  const more = acceptable === undefined ? [] : [acceptable];
  const detail = errorLine(code, path.map(String).join('.'), DETAILS[code] ?? '', ...more);
  return textReply([resultLine('30', reference), detail]);
}

export const NO_SUCH_FUNCTION = textReply([resultLine('30'), errorLine('E02', 'path', 'NO SUCH FUNCTION')], 404);

/** What a proxy in front of D answers while D is down. */
export const MAINTENANCE = reply(
  200,
  'text/html',
  Buffer.from('<html><head><title>Notice</title></head><body><h1>SCHEDULED MAINTENANCE</h1></body></html>'),
);
