import { ProblemException } from '@app/platform';

const WHOLE_NUMBER = /^\d+$/;

/** The position that `Last-Event-ID` shows; 0 without one. Throws 422. */
export function readLastEventId(header: string | string[] | undefined): number {
  if (header === undefined) return 0;
  const text = [header].flat().join();
  if (WHOLE_NUMBER.test(text)) return Number(text);
  throw new ProblemException(422, 'validation-failed', 'A header of the request has a fault.', {
    errors: [
      { pointer: '/header/Last-Event-ID', code: 'FORMAT', detail: 'expected the id of an event, a whole number' },
    ],
  });
}
