/** A whole answer of a partner: the body is bytes until somebody has checked what it is. */
export interface PartnerResponse {
  readonly status: number;
  /** Names in lower case; of a header that came several times, the first. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly receivedAt: Date;
}

export const isSuccess = ({ status }: PartnerResponse): boolean => status >= 200 && status < 300;

/** 502 to 504: the partner is away, whatever the body says; often it is a proxy's. */
export const isGatewayFailure = (status: number): boolean => status >= 502 && status <= 504;
