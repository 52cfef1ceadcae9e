import {
  ADAPTER_DOCUMENT_PATH,
  ADAPTER_ISSUANCE_PATH,
  ADAPTER_QUOTE_PATH,
  type DocumentCall,
  INQUIRE_FIRST_HEADER,
  type IssuanceReply,
  type IssuanceRequestedData,
  MAX_DOCUMENT_BYTES,
  type PartnerReply,
  type QuoteRequestedData,
} from '@app/contracts';
import type { CallSigner } from '@app/platform';
import type { Clock, DocumentReply, IssuanceCallOptions, PartnerCallOptions, PartnerGateway } from '@app/ports';
import { AdapterConnection, type Exchange } from './adapter-connection.js';
import { readDocument, readIssuanceReply, readQuoteReply } from './adapter-replies.js';
import { issuanceFailure, timedOut, transportFailure } from './transport-failure.js';

export interface HttpPartnerGatewayParts {
  /** Base URLs of the partners' integration services, by partner. */
  readonly adapterUrls: ReadonlyMap<string, string>;
  readonly signer: CallSigner;
  readonly clock: Clock;
}

interface Adapter {
  readonly calls: AdapterConnection;
  /** Documents are larger than any reply may be. */
  readonly documents: AdapterConnection;
}

const CALLS = { connections: 128, maxReplyBytes: 1_048_576 };
const DOCUMENTS = { connections: 4, maxReplyBytes: MAX_DOCUMENT_BYTES };

/** The partners' integration services over HTTP. */
export class HttpPartnerGateway implements PartnerGateway {
  private readonly adapters: ReadonlyMap<string, Adapter>;
  /** A quote request is written as JSON once, however often it is sent. */
  private readonly bodies = new WeakMap<QuoteRequestedData, string>();

  constructor({ adapterUrls, ...parts }: HttpPartnerGatewayParts) {
    const connectTo = (url: string): Adapter => ({
      calls: new AdapterConnection({ ...parts, ...CALLS, url }),
      documents: new AdapterConnection({ ...parts, ...DOCUMENTS, url }),
    });
    this.adapters = new Map([...adapterUrls].map(([partner, url]) => [partner, connectTo(url)]));
  }

  async quote(call: QuoteRequestedData, options: PartnerCallOptions): Promise<PartnerReply> {
    const { calls } = this.adapterOf(call.partner);
    const sent = { path: ADAPTER_QUOTE_PATH, body: this.bodyOf(call) };
    return replyOf(await calls.post(sent, options, readQuoteReply), failure);
  }

  async issue(call: IssuanceRequestedData, options: IssuanceCallOptions): Promise<IssuanceReply> {
    const { calls } = this.adapterOf(call.partner);
    const headers = { [INQUIRE_FIRST_HEADER]: String(options.inquireFirst) };
    const sent = { path: ADAPTER_ISSUANCE_PATH, body: JSON.stringify(call), headers };
    return replyOf(await calls.post(sent, options, readIssuanceReply), issuanceFailure);
  }

  async document(call: DocumentCall, options: PartnerCallOptions): Promise<DocumentReply> {
    const { documents } = this.adapterOf(call.partner);
    const sent = { path: ADAPTER_DOCUMENT_PATH, body: JSON.stringify(call) };
    return replyOf(await documents.post(sent, options, readDocument), failure);
  }

  /** Ends what is still running. */
  async close(): Promise<void> {
    const connections = [...this.adapters.values()].flatMap(({ calls, documents }) => [calls, documents]);
    await Promise.all(connections.map((connection) => connection.close()));
  }

  private adapterOf(partner: string): Adapter {
    const adapter = this.adapters.get(partner);
    if (adapter === undefined) throw new Error(`There is no address for partner ${partner}`);
    return adapter;
  }

  private bodyOf(call: QuoteRequestedData): string {
    const known = this.bodies.get(call);
    if (known !== undefined) return known;
    const body = JSON.stringify(call);
    this.bodies.set(call, body);
    return body;
  }
}

const failure = (error: unknown, isOver: boolean) => (isOver ? timedOut() : transportFailure(error));

const replyOf = <Reply>(exchange: Exchange<Reply>, broken: (error: unknown, isOver: boolean) => Reply): Reply =>
  'reply' in exchange ? exchange.reply : broken(exchange.brokenBy, exchange.isOver);
