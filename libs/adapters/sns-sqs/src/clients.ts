import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';

/** Where SNS and SQS are, and as whom. Without an endpoint it is AWS, without credentials the SDK looks for them. */
export interface AwsConnection {
  readonly region: string;
  readonly endpoint?: string | undefined;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string } | undefined;
}

/** Long polls hold their sockets for up to 20 s, so they have a client of their own: nothing else waits behind them. */
export interface SqsClients {
  readonly calls: SQSClient;
  readonly polls: SQSClient;
}

const CONNECTION_TIMEOUT_MS = 2_000;
const CALL_TIMEOUT_MS = 5_000;
const CALL_SOCKETS = 50;
/** Above the 20 s that a long poll waits. */
const POLL_TIMEOUT_MS = 25_000;
const SPARE_POLL_SOCKETS = 5;

interface HttpLimits {
  readonly maxSockets: number;
  readonly requestTimeout: number;
}

function httpOptions({ maxSockets, requestTimeout }: HttpLimits) {
  const agent = { keepAlive: true, maxSockets };
  return {
    connectionTimeout: CONNECTION_TIMEOUT_MS,
    requestTimeout,
    throwOnRequestTimeout: true,
    httpAgent: agent,
    httpsAgent: agent,
  };
}

const connectionOptions = ({ region, endpoint, credentials }: AwsConnection) => ({
  region,
  ...(endpoint === undefined ? {} : { endpoint }),
  ...(credentials === undefined ? {} : { credentials }),
});

const callOptions = (connection: AwsConnection) => ({
  ...connectionOptions(connection),
  requestHandler: httpOptions({ maxSockets: CALL_SOCKETS, requestTimeout: CALL_TIMEOUT_MS }),
});

export const createSnsClient = (connection: AwsConnection): SNSClient => new SNSClient(callOptions(connection));

/** Clients for a process that polls this many queues at once. */
export function createSqsClients(connection: AwsConnection, queues: number): SqsClients {
  const limits = { maxSockets: queues + SPARE_POLL_SOCKETS, requestTimeout: POLL_TIMEOUT_MS };
  return {
    calls: new SQSClient(callOptions(connection)),
    // A poll that fails is repeated by the poller, which knows whether anyone still waits for it.
    polls: new SQSClient({
      ...connectionOptions(connection),
      maxAttempts: 1,
      requestHandler: httpOptions(limits),
    }),
  };
}
