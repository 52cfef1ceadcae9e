import {
  ADAPTER_DOCUMENT_PATH,
  ADAPTER_ISSUANCE_PATH,
  type DocumentCall,
  documentFailure,
  INQUIRE_FIRST_HEADER,
  type IssuanceReply,
  type IssuanceRequestedData,
  issuanceReply,
  separatePersonal,
} from '@app/contracts';
import type { CanonicalError } from '@app/domain';
import type { DocumentBytes, PolicyOrder } from '../issuance/partner-policies.js';
import { AdapterCaller } from './adapter-caller.js';

/** An order without its key, which is made of the application's id and `acceptances`. */
export type WorkedOrder = Omit<PolicyOrder, 'key'>;

export interface OrderOptions {
  /** 1 by default. */
  readonly attempt?: number;
  /** 0 by default. */
  readonly acceptances?: number;
  /** Says that this attempt may have reached the partner before. */
  readonly inquireFirst?: boolean;
  readonly withinMs?: number | undefined;
}

export type FetchedOrNot =
  | ({ readonly outcome: 'FETCHED' } & DocumentBytes)
  | { readonly outcome: 'FAILED'; readonly error: CanonicalError };

/** Has policies issued by an adapter on loopback as the reactive service does. */
export class PolicyCaller {
  private readonly adapter: AdapterCaller;

  constructor(
    private readonly partnerId: string,
    port: number | undefined,
  ) {
    this.adapter = new AdapterCaller(partnerId, port);
  }

  /** One attempt: the reply, checked against its contract. The partner may take all the time. */
  async issue(order: WorkedOrder, options: OrderOptions = {}): Promise<IssuanceReply> {
    const { withinMs, inquireFirst = false } = options;
    const headers = { [INQUIRE_FIRST_HEADER]: String(inquireFirst) };
    const data = await this.dataFor(order, options);
    const response = await this.adapter.post(ADAPTER_ISSUANCE_PATH, data, { withinMs, headers });
    return issuanceReply.parse(await response.json());
  }

  async fetchDocument(call: Omit<DocumentCall, 'partner'>, withinMs?: number): Promise<FetchedOrNot> {
    const data = { ...call, partner: this.partnerId };
    const response = await this.adapter.post(ADAPTER_DOCUMENT_PATH, data, { withinMs });
    const contentType = response.headers.get('content-type') ?? '';
    if (contentType.startsWith('application/json')) return documentFailure.parse(await response.json());
    return { outcome: 'FETCHED', contentType, bytes: new Uint8Array(await response.arrayBuffer()) };
  }

  private async dataFor(
    { details, ...order }: WorkedOrder,
    { attempt = 1, acceptances = 0 }: OrderOptions,
  ): Promise<IssuanceRequestedData> {
    const { requestId, productLine } = order.request;
    const { open, personal } = separatePersonal(order.request);
    const sealed = await this.adapter.seal({ request: personal, application: details });
    const of = { partner: this.partnerId, requestId, productLine, attempt, acceptances, currency: 'INR' };
    return { ...order, ...of, request: open, sealed };
  }
}
