import { randomUUID } from 'node:crypto';
import { issuanceRequested, quoteRequested } from '@app/contracts';
import { createLogger, logLevelSetting, NestLogger, readSettings, systemClock } from '@app/platform';
import { Logger } from '@nestjs/common';
import { CallbackAnswerSink } from './answer-quote/callback-answer-sink.js';
import { assemble } from './assemble.js';
import { createClients, createDeliveries } from './connections.js';
import { BatchHandler, type LambdaContext } from './lambda/batch-handler.js';
import { Invocation } from './lambda/invocation.js';
import type { BatchResponse } from './lambda/sqs-event.js';
import { reactiveSettings } from './reactive.settings.js';

/** Everything down to the export happens once per instance of the function, at its cold start. */
const settings = { ...reactiveSettings(process.env.PRODUCT_DOMAIN), LOG_LEVEL: logLevelSetting };
const values = readSettings(settings, process.env);
const logger = createLogger('reactive', values.LOG_LEVEL);
Logger.overrideLogger(new NestLogger(logger));

const { callback, close: _, ...clients } = createClients(values, logger);
const means = { clock: systemClock, random: Math.random, logger };
const invocation = new Invocation(systemClock, () => new CallbackAnswerSink({ ...means, client: callback }));
const replica = { replicaId: randomUUID(), service: `reactive/${values.PRODUCT_DOMAIN}` };
const { answerQuote, issuePolicy, reporter } = assemble({
  ...clients,
  ...means,
  sink: invocation,
  // Nobody tells a function that it ends: each invocation has limits of its own.
  stopping: new AbortController().signal,
  replica,
  hedgeQuotes: values.HEDGE_QUOTES,
  newId: randomUUID,
});

const deliveries = createDeliveries(values, {
  [quoteRequested.type]: (event) => answerQuote.handle(event, invocation.limits.callsUntil),
  [issuanceRequested.type]: (event, delivery) => issuePolicy.handle(event, delivery, invocation.limits),
});
const batches = new BatchHandler({
  invocation,
  work: (message, queueName) => deliveries.work(message, queueName),
  report: () => reporter.reportIfDue(),
  clock: systemClock,
  logger,
});

/** The reactive service as an AWS Lambda function behind an SQS event source with `ReportBatchItemFailures`. */
export const handler = (event: unknown, context: LambdaContext): Promise<BatchResponse> =>
  batches.handle(event, context);
