import { webcrypto } from 'node:crypto';
import {
  BasicConstraintsExtension,
  cryptoProvider,
  type JsonGeneralNames,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';

cryptoProvider.set(webcrypto);

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const LONG_AGO = new Date('2020-01-01');
const FAR_OFF = new Date('2120-01-01');

const newKeys = () => webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);

/** As PEM text. */
export interface KeyedCertificate {
  readonly cert: string;
  readonly key: string;
}

/** An authority of a test's own, and what it has issued. */
export interface CertificateAuthority {
  readonly cert: string;
  issue(names: JsonGeneralNames): Promise<KeyedCertificate>;
}

export async function createAuthority(name: string): Promise<CertificateAuthority> {
  const keys = await newKeys();
  const period = { notBefore: LONG_AGO, notAfter: FAR_OFF, signingAlgorithm: ALGORITHM };
  const root = await X509CertificateGenerator.createSelfSigned({
    ...period,
    name: `CN=${name}`,
    keys,
    extensions: [new BasicConstraintsExtension(true, 1, true)],
  });
  let issued = 0;
  return {
    cert: root.toString('pem'),
    issue: async (names) => {
      issued += 1;
      const { publicKey, privateKey } = await newKeys();
      const certificate = await X509CertificateGenerator.create({
        ...period,
        serialNumber: String(issued).padStart(2, '0'),
        subject: `CN=${name} ${issued}`,
        issuer: root.subject,
        publicKey,
        signingKey: keys.privateKey,
        extensions: [new SubjectAlternativeNameExtension(names)],
      });
      const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', privateKey);
      return { cert: certificate.toString('pem'), key: PemConverter.encode(pkcs8, PemConverter.PrivateKeyTag) };
    },
  };
}
