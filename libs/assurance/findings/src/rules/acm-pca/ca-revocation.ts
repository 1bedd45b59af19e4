import { attribute, Missing } from '../../private/attribute';
import type { Problem, Rule } from '../../rule';

export const caRevocation: Rule = {
  id: 'ca-revocation',
  severity: 'medium',
  title: 'a private CA says which certificates are revoked',
  rationale:
    'Without a CRL or OCSP nobody who verifies a certificate can know that its key was stolen.',
  reference: 'https://docs.aws.amazon.com/privateca/latest/userguide/revocation-setup.html',
  *check(graph): Iterable<Problem> {
    for (const resource of graph.resources('aws_acmpca_certificate_authority')) {
      // Certificates that live for a few days only are not revoked.
      if (attribute(resource, 'usage_mode', 'GENERAL_PURPOSE') === 'SHORT_LIVED_CERTIFICATE')
        continue;
      const answers = [CRL, OCSP].map((path) => attribute(resource, path, false));
      if (answers.includes(true)) continue;
      yield {
        resource,
        path: 'revocation_configuration',
        message: 'has neither a CRL nor OCSP',
        remedy: 'set enabled = true in crl_configuration',
        missing: answers.flatMap((answer) => (answer instanceof Missing ? answer.facts : [])),
      };
    }
  },
};

const CRL = 'revocation_configuration[0].crl_configuration[0].enabled';
const OCSP = 'revocation_configuration[0].ocsp_configuration[0].enabled';
