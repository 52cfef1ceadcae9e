import type { IssuanceReceipt } from '@app/contracts';
import type { IssuanceResult } from '@app/domain';

/** A document's bytes on their way to whoever keeps them. */
export interface FetchedDocument {
  readonly applicationId: string;
  readonly documentId: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** `DUPLICATE`: it was known, or the policy is. */
export type PostedAs = Exclude<IssuanceReceipt['result'], 'INVALID'>;

/** The business service, as whoever issues policies sees it. Every method rejects when nobody has answered. */
export interface IssuanceCallback {
  /** Whether this attempt still has something to do. A service that does not know the question wants every attempt. */
  isWanted(applicationId: string, attempt: number): Promise<boolean>;

  /**
   * Resolves once the result is acknowledged, with what became of it. Rejects with `ResultRefusedError` for one that is
   * never taken.
   */
  post(result: IssuanceResult): Promise<PostedAs>;

  /** Resolves once the bytes are kept, or were before. */
  keepDocument(document: FetchedDocument): Promise<void>;
}

/** The result, or the document, breaks its contract: to post it again is in vain. */
export class ResultRefusedError extends Error {}
