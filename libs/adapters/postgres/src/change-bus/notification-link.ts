import { Socket } from 'node:net';
import { Client } from 'pg';

export interface LinkOptions {
  readonly url: string;
  readonly applicationName: string;
  readonly channel: string;
  readonly onPayload: (payload: string) => void;
}

const CONNECT_MS = 2_000;
const ANSWER_MS = 2_000;

/** A connection that listens to one channel. It does not come back: open another one. */
export class NotificationLink {
  /** Resolves when the connection is lost or closed. */
  readonly ended: Promise<void>;
  private readonly socket = new Socket();
  private readonly client: Client;

  private constructor({ url, applicationName, onPayload }: LinkOptions) {
    this.client = new Client({
      connectionString: url,
      application_name: applicationName,
      connectionTimeoutMillis: CONNECT_MS,
      query_timeout: ANSWER_MS,
      keepAlive: true,
      // Its own socket, since a client that waits for an answer cannot be ended otherwise.
      stream: () => this.socket,
    });
    this.client.on('notification', ({ payload = '' }) => onPayload(payload));
    this.ended = new Promise((resolve) => {
      this.client.on('error', () => resolve());
      this.client.on('end', () => resolve());
    });
  }

  /** Rejects when it cannot be opened. */
  static async open(options: LinkOptions): Promise<NotificationLink> {
    const link = new NotificationLink(options);
    try {
      await link.client.connect();
      await link.client.query(`LISTEN ${options.channel}`);
      return link;
    } catch (error) {
      link.close();
      throw error;
    }
  }

  /** Rejects when the server does not answer any more: a lost connection may say nothing by itself. */
  async check(): Promise<void> {
    await this.client.query('SELECT');
  }

  close(): void {
    this.client.end().catch(() => undefined);
    this.socket.destroySoon();
  }
}
