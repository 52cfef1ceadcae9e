import {
  type AdapterServices,
  type AdapterTools,
  definePartnerAdapter,
  LateAnswers,
  PartnerHttp,
  postTo,
} from '@app/partner-kit';
import { eleventhHour } from '@app/partner-registry';
import { EleventhHourClient } from './client.js';
import { PushedResults } from './jobs/pushed-results.js';
import { QuoteJobs } from './jobs/quote-jobs.js';
import { RequestIds } from './jobs/request-ids.js';
import { quoteWebhook } from './jobs/webhook.js';
import { quoteHealth } from './lines/health/line.js';
import { quoteTermLife } from './lines/term-life/line.js';
import { EleventhHourPolicies } from './policies/policies.js';
import { settings } from './settings.js';

function lateAnswers(callbackUrl: string | undefined, { clock, newId }: AdapterTools, services: AdapterServices) {
  const { logger, signer } = services;
  const post = callbackUrl === undefined ? undefined : postTo(callbackUrl, signer);
  return new LateAnswers({ partnerId: eleventhHour.id, post, clock, newId, random: Math.random, logger });
}

/** Jobs for policies are polled for by `pollClock`, the adapter's own clock by default. */
export const eleventhHourAdapter = (pollClock?: AdapterTools['clock']) =>
  definePartnerAdapter({
    manifest: eleventhHour,
    settings,
    sealingKeys: ({ PARTNER_ELEVENTH_HOUR_SEALING_KEY }) => PARTNER_ELEVENTH_HOUR_SEALING_KEY,
    connect(values, tools, services) {
      const { clock } = tools;
      const http = new PartnerHttp({ baseUrl: values.PARTNER_ELEVENTH_HOUR_BASE_URL, ...tools });
      const client = new EleventhHourClient(http, values.PARTNER_ELEVENTH_HOUR_API_KEY);
      const late = lateAnswers(values.CALLBACK_URL, tools, services);
      const pushed = new PushedResults({ onUnused: (jobId) => late.lose(jobId, 'nobody asked for it') });
      const webhookUrl = values.PARTNER_ELEVENTH_HOUR_WEBHOOK_URL;
      const jobs = new QuoteJobs({ client, clock, requestIds: new RequestIds(), pushed, late, webhookUrl });
      const secret = values.PARTNER_ELEVENTH_HOUR_WEBHOOK_SECRET;
      return {
        lines: { health: quoteHealth(jobs, tools), 'term-life': quoteTermLife(jobs, tools) },
        policies: new EleventhHourPolicies(client, pollClock ?? clock),
        webhooks: [quoteWebhook({ secret, now: () => clock.now(), pushed })],
        async close() {
          jobs.stop();
          late.stop();
          await http.close();
        },
      };
    },
  });

export const adapter = eleventhHourAdapter();
