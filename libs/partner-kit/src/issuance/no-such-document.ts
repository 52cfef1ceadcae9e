import { type CanonicalError, type Result, refused } from '@app/domain';
import { failure } from '../errors/canonical-failure.js';

/** The reference of a document is none that this partner could have given. */
export const noSuchDocument = (): Result<never, CanonicalError> =>
  refused(failure('NOT_FOUND', 'the reference is no path of a document'));
