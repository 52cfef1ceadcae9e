import { PARTNER_ANSWERS_PATH } from '@app/contracts';
import type { PartnerAnswer } from '@app/domain';
import type { CallSigner } from '@app/platform';
import { request } from 'undici';

/** One try to post a partner answer to the callback API: whether it was acknowledged. Never rejects. */
export type PostAnswer = (answer: PartnerAnswer, signal: AbortSignal) => Promise<boolean>;

const WITHIN_MS = 10_000;

export const postTo =
  (callbackUrl: string, signer: CallSigner): PostAnswer =>
  async (answer, signal) => {
    const body = JSON.stringify([answer]);
    try {
      const response = await request(`${callbackUrl}${PARTNER_ANSWERS_PATH}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...signer.sign(body) },
        body,
        signal: AbortSignal.any([signal, AbortSignal.timeout(WITHIN_MS)]),
      });
      await response.body.dump();
      return response.statusCode === 200;
    } catch {
      return false;
    }
  };
