import { X509Certificate } from 'node:crypto';
import { createSecureContext, getCACertificates, type SecureContextOptions } from 'node:tls';
import { AuthConfigError, TlsTrustError } from '@culvert/errors';
import type { ConnectionsOptions } from '../connections';

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g;

/** Checked here: undici would first notice at the first connection. */
export function trust({
  ca,
  clientCertificate,
}: Pick<ConnectionsOptions, 'ca' | 'clientCertificate'>): SecureContextOptions {
  const authorities = ca === undefined ? {} : { ca: withAuthorities(ca) };
  if (clientCertificate === undefined) return { minVersion: 'TLSv1.2', ...authorities };
  const { cert, key } = clientCertificate;
  try {
    createSecureContext({ cert, key });
  } catch (error) {
    const { code = 'unreadable' } = error as { readonly code?: string };
    throw new AuthConfigError(
      `the client certificate cannot be used: ${code}: give PEM, and the key of the certificate`,
    );
  }
  return { minVersion: 'TLSv1.2', ...authorities, cert, key };
}

/** OpenSSL skips what it cannot read: a bundle that is not one would be noticed in production only. */
function withAuthorities(bundle: string): string[] {
  const certificates = bundle.match(CERTIFICATE) ?? [];
  if (certificates.length === 0)
    throw new TlsTrustError('the CA bundle has no certificate: give PEM, a block for each');
  const authorities = certificates.map((pem, index) => {
    try {
      return new X509Certificate(pem).toString();
    } catch {
      throw new TlsTrustError(
        `the CA bundle cannot be used: certificate ${index + 1} of ${certificates.length} is unreadable: give PEM`,
      );
    }
  });
  return [...getCACertificates('default'), ...authorities];
}
