import { type CanonicalError, ok, type Result, refused } from '@app/domain';
import {
  childrenOf,
  codeWord,
  isNamed,
  isSuccess,
  type PartnerResponse,
  partnerRefusal,
  readSoap,
  type SoapFault,
  type XmlElement,
} from '@app/partner-kit';
import { babbageLovelace } from '@app/partner-registry';
import type { MessageStatus } from './message-status.js';

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

/** An `Error` that came with a success status: its code, and the element that it names. */
export function statusRefusal(response: PartnerResponse, { ExtendedStatus: [first] }: MessageStatus): CanonicalError {
  const code = first?.['com.bl_ReasonCd'] ?? first?.ExtendedStatusCd;
  const place = codeWord(first?.MissingElementPath);
  return partnerRefusal(response, babbageLovelace.errorCodes, { code, details: place === undefined ? [] : [place] });
}
