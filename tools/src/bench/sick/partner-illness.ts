import { request } from 'undici';
import { quoteCalls } from '../sandbox-control.js';

/** Makes one partner of the sandbox ill and well again, and says how often it was called in between. */
export class PartnerIllness {
  private from = 0;
  private endedAt = '';

  constructor(
    private readonly sandbox: string,
    private readonly partner: string,
  ) {}

  async begin(behaviour: object): Promise<void> {
    this.from = (await quoteCalls(this.sandbox, this.from)).next;
    await this.set('PUT', JSON.stringify(behaviour));
  }

  async end(): Promise<void> {
    await this.set('DELETE');
    this.endedAt = new Date().toISOString();
  }

  /** Quote calls that began while it was ill. Each is there once it has ended, also when we have hung up. */
  async calls(): Promise<number> {
    const { items } = await quoteCalls(this.sandbox, this.from);
    return items.filter(({ partner, startedAt }) => partner === this.partner && startedAt <= this.endedAt).length;
  }

  private async set(method: 'PUT' | 'DELETE', body?: string): Promise<void> {
    const url = `${this.sandbox}/sandbox/partners/${this.partner}/behaviour`;
    const { statusCode, body: answer } = await request(url, { method, body: body ?? null });
    const text = await answer.text();
    if (statusCode >= 400) throw new Error(`The sandbox answered ${statusCode}: ${text}`);
  }
}
