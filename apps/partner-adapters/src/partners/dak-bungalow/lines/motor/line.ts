import { type AdapterTools, declined, failed, type MotorLine, type QuoteLine, stampOffer } from '@app/partner-kit';
import type { DakBungalowClient } from '../../client.js';
import { fromDakBungalow } from './from-dak-bungalow.js';
import { toDakBungalow } from './to-dak-bungalow.js';
import { type DakMotorRequest, dakAnswerTo } from './wire.js';

/** What D refuses for a value of ours that it takes in one form only: asked again with it, once each (errata 16). */
const REMEDIES: Readonly<Record<string, Partial<DakMotorRequest>>> = {
  // The empty value stands for D's own.
  E21: { idv: '' },
  E33: { nil_dep: 'N' },
};

async function ask(client: DakBungalowClient, first: DakMotorRequest, signal: AbortSignal) {
  const schema = dakAnswerTo(first);
  const tried = new Set<string>();
  let question = first;
  for (;;) {
    const answer = await client.ask('quote', question, schema, signal);
    if (answer.ok) return answer;
    const cause = answer.error.detail ?? '';
    const remedy = Object.hasOwn(REMEDIES, cause) ? REMEDIES[cause] : undefined;
    if (remedy === undefined || tried.has(cause)) return answer;
    tried.add(cause);
    question = { ...question, ...remedy };
  }
}

/** D's quotes for cars and two-wheelers. */
export function quoteMotor(client: DakBungalowClient, tools: AdapterTools): QuoteLine<MotorLine> {
  return async (request, signal) => {
    const question = toDakBungalow(request);
    if (!question.ok) return declined(question.error);
    const answer = await ask(client, question.value, signal);
    if (!answer.ok) return failed(answer.error.error);
    return fromDakBungalow(answer.value, request, stampOffer(tools));
  };
}
