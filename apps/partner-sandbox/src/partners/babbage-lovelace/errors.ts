import type { Problem } from '../../wire/check-body.js';
import type { Reply } from '../../wire/reply.js';
import { fault, securityFault, type XmlContents } from './soap.js';
import { FIELD_CODES } from './wire-forms.js';

/** B's failures: Faults, and errors in band (partners.md B.4). */

const SECURITY_FAULTS = {
  FailedAuthentication: 'Unknown user or wrong password digest',
  MessageExpired: 'Created is outside 300 seconds',
  InvalidSecurityToken: 'Security header missing, malformed or replayed',
} as const;

export type SecurityFault = keyof typeof SECURITY_FAULTS;

export const refusedToken = (code: SecurityFault): Reply => securityFault(code, SECURITY_FAULTS[code]);

export const badMessage = (): Reply =>
  fault('Client', 'Not well-formed or unknown message', { code: 'BL-902', retryAfter: null });

export const overloaded = (retryAfter: number): Reply =>
  fault('Server', 'Gateway overloaded', { code: 'BL-951', retryAfter });

export const internalError = (): Reply => fault('Server', 'Internal error', { code: 'BL-999', retryAfter: null });

const ERRORS = {
  'BL-904': { status: 'Duplicate', text: 'RqUID was used for something else' },
  'BL-905': { status: 'Duplicate', text: 'Quote is already issued' },
  'BL-906': { status: 'com.bl_QuoteExpired', text: 'Quote has expired' },
  'BL-907': { status: 'com.bl_PriceChanged', text: 'Price has changed' },
  'BL-908': { status: 'com.bl_PaymentMismatch', text: 'Payment differs from premium' },
  'BL-909': { status: 'com.bl_NotBindable', text: 'Quote is referred' },
  'BL-910': { status: 'com.bl_NotFound', text: 'No such quote number' },
  'BL-950': { status: 'com.bl_HostUnavailable', text: 'Policy host not reachable, resend later' },
} as const;

export type ErrorCode = keyof typeof ERRORS;

/** One ExtendedStatus: what kind it is, B's own code, and a text. */
export const extendedStatus = (status: string, code: string, description: string): XmlContents => ({
  ExtendedStatusCd: status,
  'com.bl_ReasonCd': code,
  ExtendedStatusDesc: description,
});

const errorStatus = (extended: XmlContents): XmlContents => ({
  MsgStatus: { MsgStatusCd: 'Error', ExtendedStatus: extended },
});

/** `more`: what the error says beside its code and text. */
export function failedStatus(code: ErrorCode, more: XmlContents = {}): XmlContents {
  const { status, text } = ERRORS[code];
  return errorStatus({ ...extendedStatus(status, code, text), ...more });
}

/** `PersVeh/Registration/RegistrationDt`, `PersTravelLineBusiness/Traveler[2]/PersonInfo/BirthDt`. */
const elementPath = (path: Problem['path']): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key + 1}]` : `/${String(key)}`))
    .join('')
    .replace(/^\/(PersAutoLineBusiness\/(?=PersVeh))?/, '');

/** The first problem of a message. */
export function invalidStatus({ path, code, message }: Problem): XmlContents {
  const element = elementPath(path);
  if (code !== FIELD_CODES.missing)
    return errorStatus(extendedStatus('com.bl_DataInvalid', code, `${element}: ${message}`));
  const description = `${String(path.at(-1))} is required`;
  return errorStatus({ ...extendedStatus('DataMissing', code, description), MissingElementPath: element });
}
