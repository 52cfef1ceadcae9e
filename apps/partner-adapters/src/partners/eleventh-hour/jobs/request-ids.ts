import { v5 as uuidV5 } from 'uuid';
import { Recent } from './recent.js';

/** Ours alone: no other name becomes the same id. */
const NAMESPACE = '5b1a7a0e-6d0f-4b7e-9d0e-3f1a0c6f8e11';
const REMEMBERED = 10_000;

/**
 * `X-Request-Id` of quote requests: the same for every try, so that E runs one job however often it is asked; another
 * one only after a job that E itself gave up (EH-5002).
 */
export class RequestIds {
  private readonly givenUp = new Recent<number>(REMEMBERED);

  idOf(requestId: string): string {
    return uuidV5(`${requestId}/${this.givenUp.get(requestId) ?? 0}`, NAMESPACE);
  }

  giveUp(requestId: string): void {
    this.givenUp.set(requestId, (this.givenUp.get(requestId) ?? 0) + 1);
  }
}
