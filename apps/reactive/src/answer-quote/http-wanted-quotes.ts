import { MAX_WANTED_PER_POST, WANTED_PATH, type WantedQuestion, wantedAnswer } from '@app/contracts';
import type { CallSigner, Logger } from '@app/platform';
import type { Clock, WantedQuotes } from '@app/ports';
import { BusinessApi } from '../business-api.js';

export interface HttpWantedQuotesParts {
  /** Base URL of the business service's internal port. */
  readonly businessUrl: string;
  readonly signer: CallSigner;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Requests that are asked about in one call. */
interface Batch {
  readonly ids: Set<string>;
  readonly unwanted: Promise<ReadonlySet<string>>;
}

/** So long a question waits for others to go with, in milliseconds: a queue delivers many messages at once. */
const LINGER_MS = 5;
/** A partner's time is worth more than an answer that comes later. */
const ANSWER_WITHIN_MS = 250;
const CONNECTIONS = 4;
const MAX_ANSWER_BYTES = 65_536;

/**
 * Asks the business service which quote requests still want answers. A service that is away, or does not know this
 * question, says nothing against them.
 */
export class HttpWantedQuotes implements WantedQuotes {
  private readonly api: BusinessApi;
  private open: Batch | undefined;

  constructor(private readonly parts: HttpWantedQuotesParts) {
    const { businessUrl: url, signer } = parts;
    this.api = new BusinessApi({ url, signer, connections: CONNECTIONS, maxAnswerBytes: MAX_ANSWER_BYTES });
  }

  async isWanted(requestId: string): Promise<boolean> {
    if (this.open === undefined || this.open.ids.size >= MAX_WANTED_PER_POST) this.open = this.newBatch();
    const { ids, unwanted } = this.open;
    ids.add(requestId);
    return !(await unwanted).has(requestId);
  }

  /** Ends what is still running. */
  close(): Promise<void> {
    return this.api.close();
  }

  private newBatch(): Batch {
    const ids = new Set<string>();
    return { ids, unwanted: this.askSoon(ids) };
  }

  private async askSoon(ids: ReadonlySet<string>): Promise<ReadonlySet<string>> {
    await this.parts.clock.sleep(LINGER_MS);
    if (this.open?.ids === ids) this.open = undefined;
    try {
      return await this.ask({ requestIds: [...ids] });
    } catch (error) {
      this.parts.logger.debug({ err: error, requests: ids.size }, 'nobody said which requests still want answers');
      return new Set();
    }
  }

  private async ask(question: WantedQuestion): Promise<ReadonlySet<string>> {
    const { status, text } = await this.api.post(WANTED_PATH, JSON.stringify(question), ANSWER_WITHIN_MS);
    if (status !== 200) throw new Error(`the business service answered with status ${status}`);
    return new Set(wantedAnswer.parse(JSON.parse(text)).unwanted);
  }
}
