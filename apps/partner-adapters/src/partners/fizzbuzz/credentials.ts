import type { ClientCertificate } from '@app/partner-kit';

/** How F knows us (partners.md F.1): by our certificate, or by a bearer token where it asks for none. */
export type FizzbuzzCredentials =
  | { readonly clientCertificate: ClientCertificate; readonly bearer?: undefined }
  | { readonly clientCertificate?: undefined; readonly bearer: string };

export interface CredentialSettings {
  readonly PARTNER_FIZZBUZZ_BEARER: string | undefined;
  readonly PARTNER_FIZZBUZZ_CLIENT_CERT: string | undefined;
  readonly PARTNER_FIZZBUZZ_CLIENT_KEY: string | undefined;
}

/** The certificate goes before the token. Throws when there is neither, or half of a certificate. */
export function credentialsOf({
  PARTNER_FIZZBUZZ_BEARER: bearer,
  PARTNER_FIZZBUZZ_CLIENT_CERT: certificate,
  PARTNER_FIZZBUZZ_CLIENT_KEY: privateKey,
}: CredentialSettings): FizzbuzzCredentials {
  if (certificate !== undefined && privateKey !== undefined) return { clientCertificate: { certificate, privateKey } };
  if (certificate !== undefined || privateKey !== undefined)
    throw new Error('PARTNER_FIZZBUZZ_CLIENT_CERT and PARTNER_FIZZBUZZ_CLIENT_KEY are needed together');
  if (bearer !== undefined) return { bearer };
  throw new Error(
    'PARTNER_FIZZBUZZ_CLIENT_CERT with PARTNER_FIZZBUZZ_CLIENT_KEY, or PARTNER_FIZZBUZZ_BEARER, is needed',
  );
}
