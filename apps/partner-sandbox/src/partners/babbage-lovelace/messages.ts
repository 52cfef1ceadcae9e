import { ok, type Result, refused } from '@app/domain';
import { z } from 'zod';
import { checkBody, type Problem, rule } from '../../wire/check-body.js';
import { firstProblem } from '../../wire/first-problem.js';
import type { Operation, PartnerCall } from '../../wire/partner-call.js';
import { messageValues, type Values } from './message-values.js';
import { ACORD } from './namespaces.js';
import type { Envelope } from './soap.js';
import { FIELD_CODES, rqUid } from './wire-forms.js';
import { childOf, type XmlElement } from './xml.js';

/** Which messages there are, and how one is found in a call (partners.md B.1). */

const OPERATIONS = {
  'urn:bl:QuoteInq': 'quote',
  'urn:bl:PolicyAdd': 'issue',
  'urn:bl:PolicyInq': 'read-policy',
} as const satisfies Record<string, Operation>;

const ACTIONS = {
  PersAutoPolicyQuoteInq: 'urn:bl:QuoteInq',
  PersPkgPolicyQuoteInq: 'urn:bl:QuoteInq',
  PersAutoPolicyAdd: 'urn:bl:PolicyAdd',
  PersPkgPolicyAdd: 'urn:bl:PolicyAdd',
  PolicyInq: 'urn:bl:PolicyInq',
} as const satisfies Record<string, keyof typeof OPERATIONS>;

/** A message without its `Rq` or `Rs`. */
export type MessageName = keyof typeof ACTIONS;

export const isQuoteMessage = (name: MessageName): boolean => OPERATIONS[ACTIONS[name]] === 'quote';

export interface Message {
  readonly name: MessageName;
  /** Of `InsuranceSvcRq`, as sent. */
  readonly outerRqUid: string | undefined;
  readonly body: Values;
}

/** A message with the key that it goes by. */
export interface KeyedMessage extends Message {
  readonly rqUid: string;
}

const isAction = (action: string): action is keyof typeof OPERATIONS => Object.hasOwn(OPERATIONS, action);

/** The SOAPAction, with or without its quotes. */
const actionOf = (call: PartnerCall): string => (call.header('soapaction') ?? '').replace(/^"(.*)"$/, '$1');

/** What a call says it is for, before its body is read. */
export function operationOf(call: PartnerCall): Operation {
  const action = actionOf(call);
  return isAction(action) ? OPERATIONS[action] : 'unknown';
}

const CONTENT_TYPE = /^text\/xml *(; *charset="?utf-8"? *)?$/i;

const isMessageName = (name: string): name is MessageName => Object.hasOwn(ACTIONS, name);

function findMessage(service: XmlElement | undefined): { name: MessageName; element: XmlElement } | undefined {
  return service?.children
    .filter(({ namespace }) => namespace === ACORD)
    .map((element) => ({ name: element.name.replace(/Rq$/, ''), element }))
    .find((found): found is { name: MessageName; element: XmlElement } => isMessageName(found.name));
}

/** Undefined when the call holds no known message, or is not what its headers say. */
export function readMessage(call: PartnerCall, { body }: Envelope): Message | undefined {
  const service = childOf(childOf(body, ACORD, 'ACORD'), ACORD, 'InsuranceSvcRq');
  const message = findMessage(service);
  if (message === undefined || ACTIONS[message.name] !== actionOf(call)) return undefined;
  if (!CONTENT_TYPE.test(call.header('content-type') ?? '')) return undefined;
  const outerRqUid = childOf(service, ACORD, 'RqUID')?.text;
  return { name: message.name, outerRqUid, body: messageValues(message.element) };
}

const bothRqUids = z.object({ RqUID: rqUid, message: z.object({ RqUID: rqUid }) });

const sameRqUid = rule(bothRqUids, ({ RqUID, message }) =>
  RqUID === message.RqUID ? [] : [{ path: ['RqUID'], code: FIELD_CODES.form, message: "differs from the message's" }],
);

/** The inner RqUID is the key, and the outer one must be the same (errata 8). */
export function keyedMessage(message: Message): Result<KeyedMessage, Problem> {
  const { outerRqUid, body } = message;
  const both = { RqUID: outerRqUid, message: body };
  const checked = firstProblem(checkBody(bothRqUids, [sameRqUid], FIELD_CODES, both), ['RqUID', 'message.RqUID']);
  return checked.ok
    ? ok({ ...message, rqUid: checked.value.message.RqUID })
    : refused({ ...checked.error, path: ['RqUID'] });
}
