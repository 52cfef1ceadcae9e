import {
  documentPath,
  ISSUANCE_RESULTS_PATH,
  PARTNER_ANSWERS_PATH,
  type QuoteTask,
  quoteTask,
  REPLICA_REPORTS_PATH,
} from '@app/contracts';
import type { IssuanceResult } from '@app/domain';
import { exampleBody } from '@app/testing';
import request from 'supertest';
import { type BusinessUnderTest, KEY, signer } from './business-under-test.js';

/** Example M1, asked of two partners: what is tested does not depend on how many there are. */
export const requestToTwo = () => ({ ...exampleBody(), partners: ['acme-general', 'cogwheel-direct'] });

/** Posts a quote request, as client one. */
export const postRequest = ({ api }: BusinessUnderTest, body: unknown) =>
  request(api)
    .post('/v1/quote-requests')
    .set({ authorization: `Bearer ${KEY}`, 'content-type': 'application/json' })
    .send(typeof body === 'string' ? body : JSON.stringify(body));

/** An accepted quote request. */
export async function accepted(business: BusinessUnderTest, body: unknown): Promise<QuoteTask> {
  const { body: task } = await postRequest(business, body).expect(202);
  return quoteTask.parse(task);
}

/** Reads a path, as client one unless the headers say otherwise. */
export const get = ({ api }: BusinessUnderTest, path: string, headers: Record<string, string> = {}) =>
  request(api)
    .get(path)
    .redirects(0)
    .set({ authorization: `Bearer ${KEY}`, ...headers });

/** Posts to the internal port, signed. */
export function postSigned({ internal }: BusinessUnderTest, path: string, content: unknown) {
  const body = JSON.stringify(content);
  return request(internal)
    .post(path)
    .set({ 'content-type': 'application/json', ...signer.sign(body) })
    .send(body);
}

/** Posts partner answers. */
export const postAnswers = (business: BusinessUnderTest, answers: unknown) =>
  postSigned(business, PARTNER_ANSWERS_PATH, answers);

/** Posts a replica's report. */
export const postReport = (business: BusinessUnderTest, report: unknown) =>
  postSigned(business, REPLICA_REPORTS_PATH, report);

/** Posts what issuance attempts brought. */
export const postResults = (business: BusinessUnderTest, results: readonly IssuanceResult[]) =>
  postSigned(business, ISSUANCE_RESULTS_PATH, results);

/** Brings the bytes of a document that a result has announced. */
export const putDocument = ({ internal }: BusinessUnderTest, applicationId: string, documentId: string, text: string) =>
  request(internal)
    .put(documentPath(applicationId, documentId))
    .set({ 'content-type': 'application/pdf', ...signer.sign(text) })
    .send(Buffer.from(text));
