import { childrenOf, parseXml, type XmlElement } from '@app/partner-kit';
import type { z } from 'zod';
import type { BabbageQuestion } from '../acord.js';
import { openEnvelope } from '../errors.js';
import { readAnswer } from '../read-answer.js';

/** A text as both sides see it: prefixes, declarations and white space do not matter. */
export function seen(text: string): XmlElement {
  const element = parseXml(text);
  if (element.ok) return element.value;
  throw new Error(`${element.error}: ${text.slice(0, 200)}`);
}

/** The message in the body of an envelope. */
export const messageIn = (envelope: string): XmlElement | undefined => {
  const body = childrenOf(seen(envelope)).find(({ name }) => name === 'Body');
  return body && childrenOf(body)[0];
};

/** Some elements of B's namespace. */
export const seenContent = (text: string): XmlElement['content'] =>
  seen(`<ACORD xmlns="urn:babbage-lovelace:pcs-like:1">${text}</ACORD>`).content;

/** A whole answer as the client reads it. Throws for one that it refuses. */
export function answerFrom<Quote>(body: string, question: BabbageQuestion, schema: z.ZodType<Quote>) {
  const headers = { 'content-type': 'text/xml' };
  const response = { status: 200, headers, body: Buffer.from(body), receivedAt: new Date(0) };
  const message = openEnvelope(response);
  if (!message.ok) throw new Error(message.error.error.messageForOps);
  const answer = readAnswer(question, { response, message: message.value }, schema);
  if (answer.ok) return answer.value;
  throw new Error(answer.error.messageForOps);
}
