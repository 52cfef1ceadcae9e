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

/** How B's answers begin, whatever they are about (partners.md B.2, B.3). */

export const code = z.string().min(1).max(40);
const text = z.string().max(1_000);

const extendedStatus = z.object({
  ExtendedStatusCd: one(code),
  'com.bl_ReasonCd': atMostOne(code),
  ExtendedStatusDesc: atMostOne(text),
  MissingElementPath: atMostOne(text),
});
export type ExtendedStatus = z.infer<typeof extendedStatus>;

export const SUCCESSES = ['Success', 'SuccessWithInfo', 'SuccessWithChanges'] as const;

/** A status with one of these codes. */
const messageStatus = <Code extends string>(codes: readonly Code[]) =>
  z.object({ MsgStatusCd: one(z.enum(codes)), ExtendedStatus: anyNumber(extendedStatus) });

/** How an answer begins whose status has one of these codes; one that could not read our id repeats none. */
export const headWith = <Code extends string>(codes: readonly Code[]) =>
  z.object({ RqUID: atMostOne(z.string()), MsgStatus: one(messageStatus(codes)) });

/** How every answer to a quote begins, priced or not. */
export const answerHead = headWith([...SUCCESSES, 'PendingNeedInformation', 'Rejected', 'Error'] as const);
export type MessageStatus = z.infer<typeof answerHead>['MsgStatus'];

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
