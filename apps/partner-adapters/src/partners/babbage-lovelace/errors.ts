import { type CanonicalError, ok, type Result, refused } from '@app/domain';
import {
  childrenOf,
  codeWord,
  failure,
  isNamed,
  isSuccess,
  type PartnerResponse,
  partnerRefusal,
  readSoap,
  type SoapFault,
  type XmlElement,
} from '@app/partner-kit';
import { babbageLovelace } from '@app/partner-registry';
import type { ExtendedStatus } from './message-status.js';

/** A refused call; `code` is B's own, where it sent one. */
export interface BabbageRefusal {
  readonly error: CanonicalError;
  readonly code?: string;
}

const ERRORS_NAMESPACE = 'urn:babbage-lovelace:errors:1';
const SECONDS = /^\d{1,4}$/;

/** What one child of a fault's `Error` says; its string is never read. */
function faultText({ detail }: SoapFault, name: string): string | undefined {
  const error = detail.find((element) => isNamed(element, ERRORS_NAMESPACE, 'Error'));
  const child = error && childrenOf(error).find((element) => isNamed(element, ERRORS_NAMESPACE, name));
  return typeof child?.content === 'string' ? child.content : undefined;
}

/** A fault: by its `BL-` code, else by its fault code (partners.md B.4). */
function readFault(response: PartnerResponse, fault: SoapFault): BabbageRefusal {
  const code = faultText(fault, 'Code') ?? fault.code;
  const error = partnerRefusal(response, babbageLovelace.errorCodes, { code });
  const seconds = faultText(fault, 'RetryAfterSec') ?? '';
  if (!error.retryable || !SECONDS.test(seconds)) return { code, error };
  return { code, error: { ...error, retryAfterMs: Number(seconds) * 1_000 } };
}

/** The message in B's envelope; a fault is a refusal, and so is any other failure status, whatever came with it. */
export function openEnvelope(response: PartnerResponse): Result<XmlElement, BabbageRefusal> {
  const content = readSoap(response);
  if (content.ok && content.value.fault !== undefined) return refused(readFault(response, content.value.fault));
  if (!isSuccess(response)) return refused({ error: partnerRefusal(response, babbageLovelace.errorCodes) });
  return content.ok ? ok(content.value.message) : refused({ error: content.error });
}

/** What a status says against us, in an answer with a success status: B's code, and the element that it names. */
interface StatedReasons {
  readonly ExtendedStatus: readonly ExtendedStatus[];
}

const codeOf = ({ ExtendedStatus: [first] }: StatedReasons): string | undefined =>
  first?.['com.bl_ReasonCd'] ?? first?.ExtendedStatusCd;

/** An `Error` that came with a success status. */
export function statusRefusal(response: PartnerResponse, status: StatedReasons): CanonicalError {
  const place = codeWord(status.ExtendedStatus[0]?.MissingElementPath);
  const details = place === undefined ? [] : [place];
  return partnerRefusal(response, babbageLovelace.errorCodes, { code: codeOf(status), details });
}

/** A decline in the place of a policy, by whichever of B's reasons. */
export const rejection = ({ status: httpStatus }: PartnerResponse, status: StatedReasons): CanonicalError =>
  failure('UNDERWRITING', `answered ${httpStatus} Rejected`, { httpStatus, partnerCode: codeWord(codeOf(status)) });
