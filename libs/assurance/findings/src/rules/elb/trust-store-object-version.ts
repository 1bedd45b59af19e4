import { attributeRule } from '../../private/attribute-rule';

export const trustStoreObjectVersion = attributeRule({
  id: 'trust-store-object-version',
  severity: 'low',
  title: 'a trust store names the version of its CA bundle',
  rationale:
    'The bundle is copied when the resource changes: a new object under the same key is not seen.',
  reference:
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/mutual-authentication.html',
  types: ['aws_lb_trust_store'],
  path: 'ca_certificates_bundle_s3_object_version',
  wanted: 'given',
  message: 'does not see a new CA bundle under the same key',
  remedy: "set ca_certificates_bundle_s3_object_version to the object's version_id",
});
