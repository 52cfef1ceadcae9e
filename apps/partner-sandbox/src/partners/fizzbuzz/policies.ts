import { z } from 'zod';
import { checkBody } from '../../wire/check-body.js';
import type { World } from '../partner.js';
import { type FizzbuzzBook, isIssued, type Policy, policyResult } from './book.js';
import { invalidParams, rpcError } from './errors.js';
import { failed, type RpcMethod, succeeded } from './methods.js';
import { FIELD_CODES } from './wire-forms.js';

const text = z.string().min(1);

/** One of the two names that a policy goes by; without either, the offer is what is missing. */
const policyName = z.union([z.object({ policyNo: text }), z.object({ offerId: text })]);
const offerName = z.object({ offerId: text });

/** `policy.get` (partners.md F.3, errata 13). A policy has no number before it is issued. */
export const readPolicy = (book: FizzbuzzBook, { now }: World): RpcMethod => {
  const named = (name: z.infer<typeof policyName>): Policy | undefined => {
    if ('offerId' in name) return book.policyOfOffer(name.offerId);
    const policy = book.policyOfNumber(name.policyNo);
    return policy !== undefined && isIssued(policy, now()) ? policy : undefined;
  };
  return {
    operation: 'read-policy',
    allowedInBatch: true,
    answer: (params, { note }) => {
      const name = policyName.safeParse(params);
      if (!name.success) {
        const checked = checkBody(offerName, [], FIELD_CODES, params);
        return failed(invalidParams(checked.ok ? [] : checked.error, params));
      }
      const policy = named(name.data);
      const offer = book.offer(policy?.offerId ?? '');
      note({ reference: offer?.ref ?? null, magic: offer?.magic.number ?? null });
      return policy === undefined ? failed(rpcError('-32040')) : succeeded(policyResult(policy, now(), false));
    },
  };
};
