import { KmsAlias } from '@cdktf/provider-aws/lib/kms-alias';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { policyDocument } from '@culvert/policy';
import { Construct } from 'constructs';
import { CurrentAccount } from './current-account';
import { keyAdministration } from './private/key-administration';
import { requireWindow } from './private/require-window';

const ALGORITHMS = {
  RS256: { keySpec: 'RSA_2048', signingAlgorithm: 'RSASSA_PKCS1_V1_5_SHA_256' },
  ES256: { keySpec: 'ECC_NIST_P256', signingAlgorithm: 'ECDSA_SHA_256' },
} as const;

/** Properties of a {@link SigningKey}. */
export interface SigningKeyProps {
  /** The alias, without `alias/`; unique in account and Region. */
  readonly name: string;
  /** What the key signs, for whoever finds it in the console. */
  readonly description: string;
  /** The JSON Web Algorithm of the signatures. */
  readonly algorithm: keyof typeof ALGORITHMS;
  /** The ARN of the one role that may sign. */
  readonly signerRoleArn: string;
  /**
   * How long a deleted key can be had back, in days, 7 to 30.
   * @default 30
   */
  readonly deletionWindowDays?: number;
}

/**
 * A key pair whose private half never leaves KMS. Its policy lets one role sign, with one algorithm
 * and whole messages; IAM in the account may administer it and read the public half.
 *
 * @throws when the deletion window is not from 7 to 30 days
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/asymmetric-key-specs.html
 */
export class SigningKey extends Construct {
  public readonly arn: string;
  public readonly algorithm: SigningKeyProps['algorithm'];

  public constructor(scope: Construct, id: string, props: SigningKeyProps) {
    super(scope, id);
    const deletionWindowInDays = props.deletionWindowDays ?? 30;
    requireWindow(`key "${props.name}"`, deletionWindowInDays);
    const { keySpec, signingAlgorithm } = ALGORITHMS[props.algorithm];
    this.algorithm = props.algorithm;
    const key = new KmsKey(this, 'Resource', {
      description: props.description,
      keyUsage: 'SIGN_VERIFY',
      customerMasterKeySpec: keySpec,
      deletionWindowInDays,
      policy: policyDocument(keyAdministration(new CurrentAccount(this, 'account')), {
        Sid: 'SignedByOneRole',
        Effect: 'Allow',
        Principal: { AWS: props.signerRoleArn },
        Action: 'kms:Sign',
        Resource: '*',
        Condition: {
          StringEquals: { 'kms:SigningAlgorithm': signingAlgorithm, 'kms:MessageType': 'RAW' },
        },
      }),
      tags: { Name: props.name },
    });
    this.arn = key.arn;
    new KmsAlias(this, 'alias', { name: `alias/${props.name}`, targetKeyId: key.keyId });
  }
}
