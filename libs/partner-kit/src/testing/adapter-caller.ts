import { DEADLINE_HEADER, TIMEOUT_HEADER } from '@app/contracts';
import { CallSigner, readSettings, Sealer, sealingKeysSetting, signingKeysSetting } from '@app/platform';

/** Long enough for any answer that comes at all. */
const WITHIN_MS = 5_000;

export interface AdapterCallOptions {
  readonly withinMs?: number | undefined;
  /** What the partner may take; all the time, unless it is told. */
  readonly timeoutMs?: number | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Posts to an adapter on loopback, sealed and signed with the development keys. */
export class AdapterCaller {
  private readonly sealer: Sealer;
  private readonly signer: CallSigner;

  constructor(
    readonly partnerId: string,
    private readonly port: number | undefined,
  ) {
    const keys = readSettings({ sealing: sealingKeysSetting('', partnerId), signing: signingKeysSetting }, {});
    this.sealer = new Sealer(keys.sealing);
    this.signer = new CallSigner(keys.signing);
  }

  seal(content: unknown): Promise<string> {
    return this.sealer.seal(content);
  }

  post(path: string, content: unknown, options: AdapterCallOptions = {}): Promise<Response> {
    const { withinMs = WITHIN_MS, timeoutMs = withinMs } = options;
    const body = JSON.stringify(content);
    const headers = {
      'content-type': 'application/json',
      [DEADLINE_HEADER]: new Date(Date.now() + withinMs).toISOString(),
      [TIMEOUT_HEADER]: String(timeoutMs),
      ...this.signer.sign(body),
      ...options.headers,
    };
    return fetch(`http://127.0.0.1:${this.port}${path}`, { method: 'POST', headers, body });
  }
}
