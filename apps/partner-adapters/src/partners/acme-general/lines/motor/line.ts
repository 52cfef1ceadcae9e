import { type AdapterTools, declined, failed, type MotorLine, type QuoteLine, stampOffer } from '@app/partner-kit';
import type { AcmeGeneralClient } from '../../client.js';
import { isOnlyInsuredValue } from '../../errors.js';
import { fromAcmeGeneral } from './from-acme-general.js';
import { toAcmeGeneral, withoutInsuredValue } from './to-acme-general.js';
import { type AcmeMotorRequest, acmeAnswerTo } from './wire.js';

/** A refuses a requested value outside its range: then it is asked once more, for its recommended one (errata 16). */
async function ask(client: AcmeGeneralClient, question: AcmeMotorRequest, signal: AbortSignal) {
  const schema = acmeAnswerTo(question);
  const answer = await client.quote(question, schema, signal);
  if (answer.ok || question.proposal.insuredValue === null || !isOnlyInsuredValue(answer.error)) return answer;
  return client.quote(withoutInsuredValue(question), schema, signal);
}

/** A's quotes for cars and two-wheelers. */
export function quoteMotor(client: AcmeGeneralClient, tools: AdapterTools): QuoteLine<MotorLine> {
  return async (request, signal) => {
    const question = toAcmeGeneral(request);
    if (!question.ok) return declined(question.error);
    const answer = await ask(client, question.value, signal);
    if (!answer.ok) return failed(answer.error.error);
    return fromAcmeGeneral(answer.value, request, stampOffer(tools));
  };
}
