export const SCOPES = ['quotes', 'policies'] as const;
export type Scope = (typeof SCOPES)[number];

/** Who may ask for tokens. */
export interface AcmeClient {
  readonly id: string;
  readonly secret: string;
  readonly scopes: readonly Scope[];
  readonly tokenLifeSeconds: number;
}

/** The published sandbox clients (partners.md A.1). */
const SANDBOX_CLIENTS: readonly AcmeClient[] = [
  { id: 'market-sbx', secret: 'acme-sbx-secret', scopes: SCOPES, tokenLifeSeconds: 300 },
  { id: 'market-sbx-short', secret: 'acme-sbx-secret', scopes: SCOPES, tokenLifeSeconds: 5 },
  { id: 'market-sbx-quoteonly', secret: 'acme-sbx-secret', scopes: ['quotes'], tokenLifeSeconds: 300 },
];

export const findClient = (id: string): AcmeClient | undefined => SANDBOX_CLIENTS.find((client) => client.id === id);
