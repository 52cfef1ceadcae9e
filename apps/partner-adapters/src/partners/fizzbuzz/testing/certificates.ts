import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import {
  BasicConstraintsExtension,
  cryptoProvider,
  type Extension,
  SubjectAlternativeNameExtension,
  type X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';

cryptoProvider.set(webcrypto);

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const A_DAY_MS = 86_400_000;

/** A certificate with its key, PEM. */
export interface Identity {
  readonly certificate: string;
  readonly privateKey: string;
}

interface Authority {
  readonly certificate: X509Certificate;
  readonly keys: webcrypto.CryptoKeyPair;
}

const newKeys = () => webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);

const validity = () => ({
  notBefore: new Date(Date.now() - A_DAY_MS),
  notAfter: new Date(Date.now() + A_DAY_MS),
  signingAlgorithm: ALGORITHM,
});

async function newAuthority(): Promise<Authority> {
  const keys = await newKeys();
  const certificate = await X509CertificateGenerator.createSelfSigned({
    ...validity(),
    serialNumber: '01',
    name: 'CN=Test authority',
    keys,
    extensions: [new BasicConstraintsExtension(true, undefined, true)],
  });
  return { certificate, keys };
}

async function issue(authority: Authority, subject: string, extension: Extension): Promise<Identity> {
  const keys = await newKeys();
  const certificate = await X509CertificateGenerator.create({
    ...validity(),
    serialNumber: '02',
    subject,
    issuer: authority.certificate.subject,
    publicKey: keys.publicKey,
    signingKey: authority.keys.privateKey,
    extensions: [extension],
  });
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64');
  const privateKey = `-----BEGIN PRIVATE KEY-----\n${pkcs8}\n-----END PRIVATE KEY-----\n`;
  return { certificate: certificate.toString('pem'), privateKey };
}

/** An authority, a server on loopback and a partner that it vouches for (partners.md F.1), and a stranger. */
export async function newCertificates() {
  const [authority, elsewhere] = [await newAuthority(), await newAuthority()];
  const loopback = new SubjectAlternativeNameExtension([{ type: 'ip', value: '127.0.0.1' }]);
  const market = new SubjectAlternativeNameExtension([{ type: 'url', value: 'urn:fizzbuzz:partner:market' }]);
  return {
    authority: authority.certificate.toString('pem'),
    server: await issue(authority, 'CN=127.0.0.1', loopback),
    partner: await issue(authority, 'CN=market', market),
    stranger: await issue(elsewhere, 'CN=market', market),
  };
}
