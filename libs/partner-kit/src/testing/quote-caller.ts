import {
  ADAPTER_QUOTE_PATH,
  type CanonicalRequest,
  type PartnerReply,
  partnerReply,
  separatePersonal,
} from '@app/contracts';
import { AdapterCaller } from './adapter-caller.js';

/** Calls an adapter on loopback as the reactive service does: sealed and signed with the development keys. */
export class QuoteCaller {
  private readonly adapter: AdapterCaller;

  constructor(
    private readonly partnerId: string,
    port: number | undefined,
  ) {
    this.adapter = new AdapterCaller(partnerId, port);
  }

  /** One quote call: the reply, checked against its contract. The partner may take all the time, unless it is told. */
  async ask(request: CanonicalRequest, withinMs?: number, timeoutMs?: number): Promise<PartnerReply> {
    const { requestId, productLine, answerDeadline, acceptLateUntil } = request;
    const { open, personal } = separatePersonal(request);
    const call = { requestId, partner: this.partnerId, productLine, answerDeadline, acceptLateUntil };
    const data = { ...call, request: open, sealed: await this.adapter.seal(personal) };
    const response = await this.adapter.post(ADAPTER_QUOTE_PATH, data, { withinMs, timeoutMs });
    return partnerReply.parse(await response.json());
  }
}
