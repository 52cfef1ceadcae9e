import { z } from 'zod';
import type { EleventhHourBook } from './book.js';
import { callback, exactRupees, FIELD_CODES, instant, mobile } from './wire-forms.js';

const text = z.string().min(1);

const knownOffer = (book: EleventhHourBook) =>
  text.transform((offerId, context) => {
    const offer = book.offer(offerId);
    if (offer !== undefined) return offer;
    context.addIssue({ code: 'custom', message: 'unknown offer', params: { code: FIELD_CODES.range } });
    return z.NEVER;
  });

/** The body of `POST /api/v3/policies`; amounts come out in paise, the id as the offer (partners.md E.5, errata 6, 11). */
export const issueRequest = (book: EleventhHourBook) =>
  z.object({
    offerId: knownOffer(book),
    total: exactRupees,
    payment: z.object({ ref: text, amount: exactRupees, receivedAt: instant }),
    holder: z.object({
      fullName: text,
      email: z.string().nullish(),
      mobile: mobile.nullish(),
      nominee: z.string().nullish(),
    }),
    externalRef: z.string().max(64).nullish(),
    callback,
  });

export type IssueRequest = z.infer<ReturnType<typeof issueRequest>>;
