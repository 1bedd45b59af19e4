import { X509Certificate } from 'node:crypto';
import { createSecureContext, getCACertificates, type SecureContextOptions } from 'node:tls';
import { InvalidInput } from '@culvert/errors';
import { Agent } from 'undici';
import type { ClientCertificate } from '../api-client-options';

const CONNECT_TIMEOUT_MS = 5_000;
const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g;

export interface ConnectionOptions {
  readonly ca?: string;
  readonly clientCertificate?: ClientCertificate;
  readonly maxResponseBytes: number;
}

/**
 * Connections that are kept and used again. Time is limited by whoever sends a request, so undici's
 * own limits are off but for connecting.
 *
 * @throws InvalidInput when a certificate or key cannot be used
 */
export function connections(options: ConnectionOptions): Agent {
  return new Agent({
    allowH2: false,
    headersTimeout: 0,
    bodyTimeout: 0,
    maxResponseSize: options.maxResponseBytes,
    connect: { ...trust(options), rejectUnauthorized: true, timeout: CONNECT_TIMEOUT_MS },
  });
}

function trust({ ca, clientCertificate }: ConnectionOptions): SecureContextOptions {
  try {
    const context: SecureContextOptions = {
      minVersion: 'TLSv1.2',
      ...(ca !== undefined && { ca: [...getCACertificates('default'), ...authorities(ca)] }),
      ...(clientCertificate && { cert: clientCertificate.cert, key: clientCertificate.key }),
    };
    createSecureContext(context);
    return context;
  } catch (error) {
    const { code } = error as { readonly code?: string };
    throw new InvalidInput(
      `the CA bundle or the client certificate cannot be used: ${code ?? 'unreadable'}: give PEM, and the key of the certificate`,
    );
  }
}

/** OpenSSL skips what it cannot read: a bundle that is not one would be noticed in production only. */
function authorities(bundle: string): string[] {
  const certificates = bundle.match(CERTIFICATE) ?? [];
  if (certificates.length === 0) {
    throw new Error('no certificate');
  }
  return certificates.map((pem) => new X509Certificate(pem).toString());
}
