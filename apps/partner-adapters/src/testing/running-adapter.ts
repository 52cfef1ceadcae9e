import type { CanonicalRequest, PartnerReply } from '@app/contracts';
import { QuoteCaller } from '@app/partner-kit/testing';
import { settingsPrefix } from '@app/partner-registry';
import { createLogger, type RunningService, readSettings } from '@app/platform';
import { adapterService, type Surroundings } from '../adapter-service.js';
import { limitsName } from '../limit-settings.js';

/** No limits of ours: a spec asks in seconds what takes customers minutes. */
const withoutLimits = (partner: string) => ({ [limitsName(partner)]: 'off' });

const ALONE: Surroundings = {
  production: false,
  shareLimits: () => () => Promise.reject(new Error('Hand in how limits are shared')),
};

interface StartOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly around?: Surroundings;
}

/** A partner's whole integration service in this process, called as the reactive service calls it. */
export class RunningAdapter {
  private constructor(
    private readonly service: RunningService,
    private readonly caller: QuoteCaller,
  ) {}

  static async start(
    partner: string,
    baseUrl: string,
    { env: others = withoutLimits(partner), around = ALONE }: StartOptions = {},
  ): Promise<RunningAdapter> {
    const { settings, start } = await adapterService(partner, around);
    const origin = { [`${settingsPrefix(partner)}BASE_URL`]: baseUrl };
    const env = { PARTNER: partner, INTERNAL_PORT: '0', LISTEN_HOST: '127.0.0.1', ...origin, ...others };
    const service = await start(readSettings(settings, env), createLogger('test', 'silent'));
    return new RunningAdapter(service, new QuoteCaller(partner, service.ports.internal));
  }

  ask(request: CanonicalRequest, withinMs?: number, timeoutMs?: number): Promise<PartnerReply> {
    return this.caller.ask(request, withinMs, timeoutMs);
  }

  stop(): Promise<void> {
    return this.service.stop();
  }
}
