import { type CanonicalRequest, separatePersonal } from '@app/contracts';
import type { ReceivedCall } from '../testing/fake-partner.js';
import type { NeededField } from './described.js';

/** A person who told us everything. Each value is one word, so that no form of writing hides it. */
const CONTACTS = {
  mobile: '+919800000001',
  email: 'ashaconforming@example.org',
  fullName: 'Ashaconforming',
  annualIncomeMinor: 765_432_100,
};

/** Another one than the proposer's, so that it shows which of them was sent. */
const INCOME_OF_THE_LIFE = 123_456_700;

/** The request of such a person: its own income too becomes one that is found nowhere by chance. */
export function withContacts(request: CanonicalRequest): CanonicalRequest {
  const proposer = { ...request.proposer, ...CONTACTS };
  if (request.productLine !== 'term-life') return { ...request, proposer };
  return { ...request, proposer, risk: { ...request.risk, annualIncomeMinor: INCOME_OF_THE_LIFE } };
}

/** The ways in which a value may be written: as it is, in rupees, without the country, without what follows the @. */
function spellings(value: unknown): string[] {
  if (typeof value === 'number') return [String(value), String(value / 100)];
  if (Array.isArray(value)) return value.flatMap(spellings);
  return typeof value === 'string' ? [value, value.replace(/^\+91/, ''), value.replace(/@.*$/, '')] : [];
}

/** Shorter ones are found everywhere. */
const TELLING_LENGTH = 5;

/** Pointers to personal values of a request (classes C and S) that a text holds; marks between parts hide nothing. */
export function personalIn(text: string, request: CanonicalRequest): string[] {
  const bare = text.replaceAll(/[- +]/g, '');
  const isIn = (value: unknown) =>
    spellings(value).some((spelling) => spelling.length >= TELLING_LENGTH && bare.includes(spelling.replace('+', '')));
  return Object.entries(separatePersonal(request).personal)
    .filter(([, value]) => isIn(value))
    .map(([pointer]) => pointer);
}

/** What a call gave away, though its partner can quote without it. */
export function givenAway(call: ReceivedCall, request: CanonicalRequest, needs: readonly NeededField[]): string[] {
  const sent = [call.path, ...Object.values(call.headers), call.body].join('\n');
  const needed = needs.map(({ pointer }) => pointer);
  return personalIn(sent, request).filter((pointer) => !needed.includes(pointer.replace(/\/\d+(?=\/)/g, '/*')));
}
