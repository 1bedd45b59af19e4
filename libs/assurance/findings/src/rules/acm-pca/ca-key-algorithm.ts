import { attributeRule } from '../../private/attribute-rule';

export const caKeyAlgorithm = attributeRule({
  id: 'ca-key-algorithm',
  severity: 'low',
  title: 'a private CA has a key that is good for as long as it lives',
  rationale: 'RSA with 2048 bits is held to be enough until 2030; a CA lives longer.',
  reference: 'https://docs.aws.amazon.com/privateca/latest/userguide/supported-algorithms.html',
  types: ['aws_acmpca_certificate_authority'],
  path: 'certificate_authority_configuration[0].key_algorithm',
  wanted: (algorithm) => algorithm !== 'RSA_2048' && algorithm !== 'RSA_1024',
  message: 'has an RSA key of 2048 bits',
  remedy: 'set key_algorithm to "EC_secp384r1" or "RSA_4096"',
});
