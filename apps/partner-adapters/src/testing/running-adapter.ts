import {
  ADAPTER_QUOTE_PATH,
  type CanonicalRequest,
  DEADLINE_HEADER,
  type PartnerReply,
  partnerReply,
  separatePersonal,
} from '@app/contracts';
import { settingsPrefix } from '@app/partner-registry';
import {
  CallSigner,
  createLogger,
  type RunningService,
  readSettings,
  Sealer,
  sealingKeysSetting,
  signingKeysSetting,
} from '@app/platform';
import { adapterService } from '../adapter-service.js';

/** A partner's whole integration service in this process, called as the reactive service calls it. */
export class RunningAdapter {
  private constructor(
    private readonly partner: string,
    private readonly service: RunningService,
    private readonly sealer: Sealer,
    private readonly signer: CallSigner,
  ) {}

  static async start(partner: string, baseUrl: string): Promise<RunningAdapter> {
    const { settings, start } = await adapterService(partner);
    const origin = { [`${settingsPrefix(partner)}BASE_URL`]: baseUrl };
    const env = { PARTNER: partner, INTERNAL_PORT: '0', LISTEN_HOST: '127.0.0.1', ...origin };
    const service = await start(readSettings(settings, env), createLogger('test', 'silent'));
    // The other side's half of the development keys.
    const keys = readSettings({ sealing: sealingKeysSetting('', partner), signing: signingKeysSetting }, {});
    return new RunningAdapter(partner, service, new Sealer(keys.sealing), new CallSigner(keys.signing));
  }

  async ask(request: CanonicalRequest, withinMs = 5_000): Promise<PartnerReply> {
    const { requestId, productLine, answerDeadline, acceptLateUntil } = request;
    const { open, personal } = separatePersonal(request);
    const call = { requestId, partner: this.partner, productLine, answerDeadline, acceptLateUntil };
    const body = JSON.stringify({ ...call, request: open, sealed: await this.sealer.seal(personal) });
    const deadline = new Date(Date.now() + withinMs).toISOString();
    const response = await fetch(`http://127.0.0.1:${this.service.ports.internal}${ADAPTER_QUOTE_PATH}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [DEADLINE_HEADER]: deadline, ...this.signer.sign(body) },
      body,
    });
    return partnerReply.parse(await response.json());
  }

  stop(): Promise<void> {
    return this.service.stop();
  }
}
