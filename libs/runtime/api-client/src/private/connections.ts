import { createSecureContext, getCACertificates } from 'node:tls';
import { InvalidInput } from '@culvert/errors';
import { Agent } from 'undici';
import type { ClientCertificate } from '../api-client-options';

const CONNECT_TIMEOUT_MS = 5_000;
const CERTIFICATE = /-----BEGIN CERTIFICATE-----/;

export interface ConnectionOptions {
  readonly ca?: string;
  readonly clientCertificate?: ClientCertificate;
  readonly maxResponseBytes: number;
}

/**
 * Connections that are kept and used again. Time is limited by whoever sends a request, so undici's
 * own limits are off but for connecting.
 *
 * @throws InvalidInput when a certificate or key cannot be used; OpenSSL's reason has nothing of them
 */
export function connections({ ca, clientCertificate, maxResponseBytes }: ConnectionOptions): Agent {
  const trust = {
    ...(ca !== undefined && { ca: [...getCACertificates('default'), ca] }),
    ...(clientCertificate && { cert: clientCertificate.cert, key: clientCertificate.key }),
    minVersion: 'TLSv1.2' as const,
  };
  if (ca !== undefined && !CERTIFICATE.test(ca)) {
    throw new InvalidInput('the CA bundle has no certificate: give PEM');
  }
  try {
    createSecureContext(trust);
  } catch (error) {
    const { code } = error as { code?: string };
    throw new InvalidInput(
      `the CA bundle or the client certificate cannot be used: ${code}: give PEM, and the key of the certificate`,
    );
  }
  return new Agent({
    allowH2: false,
    headersTimeout: 0,
    bodyTimeout: 0,
    maxResponseSize: maxResponseBytes,
    connect: { ...trust, rejectUnauthorized: true, timeout: CONNECT_TIMEOUT_MS },
  });
}
