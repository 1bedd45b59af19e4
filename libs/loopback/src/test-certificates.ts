import 'reflect-metadata';
import { randomUUID, webcrypto } from 'node:crypto';
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  type Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  type X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const DAY = 86_400_000;

/** A certificate and its key, both PEM: the options `cert` and `key` of a TLS server or client. */
export interface TestCertificate {
  readonly cert: string;
  readonly key: string;
}

export interface ServerCertificateOptions {
  /** Names and addresses that the certificate is for. @default ['localhost', '127.0.0.1'] */
  readonly names?: readonly string[];
  /** Whether its last day was yesterday. @default false */
  readonly expired?: boolean;
}

/** A certificate authority that only this test knows, and certificates it has issued. */
export class TestCertificateAuthority {
  /** The authority's own certificate, PEM: what a client must trust. */
  public readonly ca: string;

  private constructor(
    private readonly certificate: X509Certificate,
    private readonly keys: webcrypto.CryptoKeyPair,
  ) {
    this.ca = certificate.toString('pem');
  }

  public static async create(): Promise<TestCertificateAuthority> {
    const keys = await generateKeys();
    const certificate = await X509CertificateGenerator.createSelfSigned(
      {
        name: `CN=Culvert test authority ${randomUUID()}`,
        ...validity(false),
        signingAlgorithm: ALGORITHM,
        keys,
        extensions: [
          new BasicConstraintsExtension(true, 0, true),
          new KeyUsagesExtension(KeyUsageFlags.keyCertSign, true),
        ],
      },
      webcrypto,
    );
    return new TestCertificateAuthority(certificate, keys);
  }

  public server(options: ServerCertificateOptions = {}): Promise<TestCertificate> {
    const names = options.names ?? ['localhost', '127.0.0.1'];
    const alternatives = names.map(
      (value) => ({ type: /^[\d.]+$/.test(value) ? 'ip' : 'dns', value }) as const,
    );
    return this.issue(names[0] ?? 'server', options.expired ?? false, [
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new SubjectAlternativeNameExtension(alternatives),
    ]);
  }

  public client(name = 'client'): Promise<TestCertificate> {
    return this.issue(name, false, [new ExtendedKeyUsageExtension([ExtendedKeyUsage.clientAuth])]);
  }

  private async issue(
    name: string,
    expired: boolean,
    extensions: Extension[],
  ): Promise<TestCertificate> {
    const keys = await generateKeys();
    const certificate = await X509CertificateGenerator.create(
      {
        subject: `CN=${name}`,
        issuer: this.certificate.subject,
        ...validity(expired),
        signingAlgorithm: ALGORITHM,
        publicKey: keys.publicKey,
        signingKey: this.keys.privateKey,
        extensions,
      },
      webcrypto,
    );
    return { cert: certificate.toString('pem'), key: await privateKeyPem(keys.privateKey) };
  }
}

function generateKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
}

async function privateKeyPem(key: webcrypto.CryptoKey): Promise<string> {
  return PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY');
}

function validity(expired: boolean): { notBefore: Date; notAfter: Date } {
  const now = Date.now();
  return {
    notBefore: new Date(now - 2 * DAY),
    notAfter: new Date(expired ? now - DAY : now + DAY),
  };
}
