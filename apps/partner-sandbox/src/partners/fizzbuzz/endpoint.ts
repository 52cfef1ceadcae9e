import type { RateLimit } from '../../limits/sliding-window.js';
import type { Operation, PartnerCall } from '../../wire/partner-call.js';
import { cutInHalf, emptyReply, jsonReply, type Reply } from '../../wire/reply.js';
import type { Answer } from '../partner.js';
import { type RpcError, rateLimited, rpcError } from './errors.js';
import { callingPartner } from './gate.js';
import { type RpcBody, type RpcElement, type RpcId, readRpc } from './json-rpc.js';
import { failed, type RpcAnswer, type RpcContext, type RpcMethods } from './methods.js';

/** `POST /rpc` (partners.md F.1). */

interface Answered extends RpcAnswer {
  readonly id: RpcId;
}

const written = ({ id, outcome }: Answered): object => ({ jsonrpc: '2.0', id, ...outcome });

/** One error for the whole body: its calls could not be told apart. */
const wholeBodyError = (error: RpcError): Reply => jsonReply(200, { jsonrpc: '2.0', id: null, error });

/** A quote among the calls makes it a quote call, as often as there are quotes; otherwise the first call decides. */
function noteOperation({ elements }: RpcBody, methods: RpcMethods, { note }: PartnerCall): void {
  const operations = elements.map(
    (element): Operation => (element.kind === 'call' ? methods.get(element.method)?.operation : undefined) ?? 'unknown',
  );
  const quoteCalls = operations.filter((operation) => operation === 'quote').length;
  note({ operation: quoteCalls > 0 ? 'quote' : (operations[0] ?? 'unknown'), quoteCalls });
}

/** Of several calls the first that has something to say is noted. */
function firstNotes(call: PartnerCall): RpcContext['note'] {
  let knownReference: string | null = null;
  let knownMagic: string | null = null;
  return ({ reference = null, magic = null }) => {
    knownReference ??= reference;
    knownMagic ??= magic;
    call.note({ reference: knownReference, magic: knownMagic });
  };
}

/** Answers one call for itself; notifications are ignored. */
function answerElement(element: RpcElement, batch: boolean, methods: RpcMethods, context: RpcContext): RpcAnswer {
  if (element.kind !== 'call') return failed(rpcError('-32600'));
  const method = methods.get(element.method);
  if (method === undefined) return failed(rpcError('-32601'));
  if (batch && !method.allowedInBatch) return failed(rpcError('-32600'));
  return method.answer(element.params, context);
}

/** All waits add up, and whatever befalls one answer befalls the whole body (partners.md F.5, errata 13). */
function toReply(answers: readonly Answered[], batch: boolean): Reply {
  const [first] = answers;
  if (first === undefined) return emptyReply(204);
  // In another order than the calls came in: whoever minds has not read the ids.
  const whole = jsonReply(200, batch ? answers.toReversed().map(written) : written(first));
  return {
    ...(answers.some(({ cut }) => cut) ? cutInHalf(whole) : whole),
    afterMs: answers.reduce((ms, { afterMs = 0 }) => ms + afterMs, 0),
    lost: answers.some(({ lost }) => lost),
  };
}

export const rpcEndpoint =
  (methods: RpcMethods, limit: RateLimit): Answer =>
  async (call) => {
    const partner = callingPartner(call);
    if (!partner.ok) return partner.error;
    const body = readRpc(await call.readBody());
    if (!body.ok) return wholeBodyError(body.error);
    const { batch, elements } = body.value;
    noteOperation(body.value, methods, call);
    const context = { partner: partner.value, note: firstNotes(call) };
    const answers = elements.flatMap((element) => {
      if (element.kind === 'notification') return [];
      const seconds = limit.secondsUntilAdmitted(partner.value);
      const answer = seconds > 0 ? failed(rateLimited(seconds)) : answerElement(element, batch, methods, context);
      return [{ id: element.id, ...answer }];
    });
    return toReply(answers, batch);
  };
