import {
  ADAPTER_QUOTE_PATH,
  type CanonicalRequest,
  DEADLINE_HEADER,
  type PartnerReply,
  partnerReply,
  separatePersonal,
  TIMEOUT_HEADER,
} from '@app/contracts';
import { CallSigner, readSettings, Sealer, sealingKeysSetting, signingKeysSetting } from '@app/platform';

/** Long enough for any answer that comes at all. */
const WITHIN_MS = 5_000;

/** Calls an adapter on loopback as the reactive service does: sealed and signed with the development keys. */
export class QuoteCaller {
  private readonly sealer: Sealer;
  private readonly signer: CallSigner;

  constructor(
    private readonly partnerId: string,
    private readonly port: number | undefined,
  ) {
    const keys = readSettings({ sealing: sealingKeysSetting('', partnerId), signing: signingKeysSetting }, {});
    this.sealer = new Sealer(keys.sealing);
    this.signer = new CallSigner(keys.signing);
  }

  /** One quote call: the reply, checked against its contract. The partner may take all the time, unless it is told. */
  async ask(request: CanonicalRequest, withinMs = WITHIN_MS, timeoutMs = withinMs): Promise<PartnerReply> {
    const body = await this.bodyFor(request);
    const headers = {
      'content-type': 'application/json',
      [DEADLINE_HEADER]: new Date(Date.now() + withinMs).toISOString(),
      [TIMEOUT_HEADER]: String(timeoutMs),
      ...this.signer.sign(body),
    };
    const url = `http://127.0.0.1:${this.port}${ADAPTER_QUOTE_PATH}`;
    const response = await fetch(url, { method: 'POST', headers, body });
    return partnerReply.parse(await response.json());
  }

  private async bodyFor(request: CanonicalRequest): Promise<string> {
    const { requestId, productLine, answerDeadline, acceptLateUntil } = request;
    const { open, personal } = separatePersonal(request);
    const call = { requestId, partner: this.partnerId, productLine, answerDeadline, acceptLateUntil };
    return JSON.stringify({ ...call, request: open, sealed: await this.sealer.seal(personal) });
  }
}
