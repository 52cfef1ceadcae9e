import {
  anyNumber,
  atMostOne,
  childrenOf,
  isNamed,
  one,
  type PlainXml,
  plainXml,
  type XmlElement,
} from '@app/partner-kit';
import { z } from 'zod';
import { ACORD_NAMESPACE } from './acord.js';

/** How B's answers begin, whatever the line (partners.md B.2). */

export const code = z.string().min(1).max(40);
const text = z.string().max(1_000);

const extendedStatus = z.object({
  ExtendedStatusCd: one(code),
  'com.bl_ReasonCd': atMostOne(code),
  ExtendedStatusDesc: atMostOne(text),
  MissingElementPath: atMostOne(text),
});
export type ExtendedStatus = z.infer<typeof extendedStatus>;

const PRICED = ['Success', 'SuccessWithInfo', 'SuccessWithChanges', 'PendingNeedInformation'] as const;

const messageStatus = z.object({
  MsgStatusCd: one(z.enum([...PRICED, 'Rejected', 'Error'])),
  ExtendedStatus: anyNumber(extendedStatus),
});
export type MessageStatus = z.infer<typeof messageStatus>;

/** How every answer begins, priced or not; one that could not read our id repeats none. */
export const answerHead = z.object({ RqUID: atMostOne(z.string()), MsgStatus: one(messageStatus) });

/** The answer to a message of this name, from what the envelope holds; undefined when there is none. */
export function answerTo(name: string, message: XmlElement): PlainXml | undefined {
  const root = isNamed(message, ACORD_NAMESPACE, 'ACORD') ? message : undefined;
  const answer = ['InsuranceSvcRs', `${name}Rs`].reduce<XmlElement | undefined>(
    (at, step) => at && childrenOf(at).find((element) => isNamed(element, ACORD_NAMESPACE, step)),
    root,
  );
  return answer && plainXml(answer, ACORD_NAMESPACE);
}

/** What B said: no, with its reasons; or a price, with the reasons why an underwriter has to look first. */
export type BabbageAnswer<Quote> =
  | { readonly verdict: 'REJECTED'; readonly reasons: readonly ExtendedStatus[] }
  | { readonly verdict: 'QUOTED' | 'REFERRED'; readonly reasons: readonly ExtendedStatus[]; readonly quote: Quote };
