import type { PartnerAnswer } from '@app/domain';
import type { AnswerRecord, QuoteStore } from '@app/ports';

interface Post {
  readonly answers: readonly PartnerAnswer[];
  resolve(records: AnswerRecord[]): void;
  reject(error: unknown): void;
}

/** Beyond this a batch takes no more posts. */
const MAX_ANSWERS = 200;

/**
 * Hands posts to the store together: what arrives while a batch is on its way goes with the next one. So answers for one
 * request do not race each other within this process, and a busy one asks the database less often.
 */
export class AnswerBatches {
  private readonly waiting: Post[] = [];
  private running = false;

  constructor(private readonly store: Pick<QuoteStore, 'record'>) {}

  /** Records one post's answers; rejects when they could not be stored. */
  record(answers: readonly PartnerAnswer[]): Promise<AnswerRecord[]> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ answers, resolve, reject });
      if (!this.running) void this.run();
    });
  }

  private async run(): Promise<void> {
    this.running = true;
    while (this.waiting.length > 0) await this.storeTogether(this.takeBatch());
    this.running = false;
  }

  private takeBatch(): Post[] {
    let answers = 0;
    const over = this.waiting.findIndex((post) => {
      answers += post.answers.length;
      return answers > MAX_ANSWERS;
    });
    return this.waiting.splice(0, over < 0 ? this.waiting.length : Math.max(over, 1));
  }

  /** One post that cannot be stored must not take the others with it: then each goes by itself. */
  private async storeTogether(posts: readonly Post[]): Promise<void> {
    try {
      const records = await this.store.record(posts.flatMap((post) => post.answers));
      let from = 0;
      for (const { answers, resolve } of posts) {
        resolve(records.slice(from, from + answers.length));
        from += answers.length;
      }
    } catch (error) {
      if (posts.length === 1) posts[0]?.reject(error);
      else await Promise.all(posts.map((post) => this.storeTogether([post])));
    }
  }
}
