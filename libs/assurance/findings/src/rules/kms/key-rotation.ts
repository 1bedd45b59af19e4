import { attribute, isGiven } from '../../private/attribute';
import { attributeRule } from '../../private/attribute-rule';

export const keyRotation = attributeRule({
  id: 'key-rotation',
  severity: 'medium',
  title: 'a key is rotated',
  rationale: 'The less is encrypted with one key material, the less is lost with it.',
  reference: 'https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html',
  types: ['aws_kms_key'],
  applies: (key) =>
    attribute(key, 'customer_master_key_spec', 'SYMMETRIC_DEFAULT') === 'SYMMETRIC_DEFAULT' &&
    attribute(key, 'key_usage', 'ENCRYPT_DECRYPT') === 'ENCRYPT_DECRYPT' &&
    !isGiven(key, 'custom_key_store_id'),
  path: 'enable_key_rotation',
  byDefault: false,
  wanted: true,
  message: 'is never rotated',
  remedy: 'set enable_key_rotation = true',
});
