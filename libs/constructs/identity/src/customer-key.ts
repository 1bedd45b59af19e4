import { KmsAlias } from '@cdktf/provider-aws/lib/kms-alias';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { policyDocument, type PolicyStatement, type Principal } from '@culvert/policy';
import { Lazy } from 'cdktf';
import { Construct } from 'constructs';
import { CurrentAccount } from './current-account';
import { keyAdministration } from './private/key-administration';
import { requireWindow } from './private/require-window';

/** Properties of a {@link CustomerKey}. */
export interface CustomerKeyProps {
  /** The alias, without `alias/`; unique in account and Region. */
  readonly name: string;
  /** What the key encrypts, for whoever finds it in the console. */
  readonly description: string;
  /**
   * How long a deleted key can be had back, in days, 7 to 30.
   * @default 30
   */
  readonly deletionWindowDays?: number;
}

/** Who may do what with a key, beyond administering it. */
export interface KeyUse {
  /** What the statement is for; letters and digits, unique in the key's policy. */
  readonly sid: string;
  readonly principal: Principal;
  /** @default - encrypt and decrypt: kms:Decrypt, kms:GenerateDataKey* */
  readonly actions?: readonly string[];
  /** @default - none */
  readonly condition?: PolicyStatement['Condition'];
}

/**
 * A symmetric key that encrypts at rest, rotated every year. Its policy is explicit: IAM in the
 * account may administer it, and nobody may use it but who {@link CustomerKey.allowUse} names.
 *
 * @throws when the deletion window is not from 7 to 30 days, or two uses have the same sid
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html
 */
export class CustomerKey extends Construct {
  public readonly arn: string;
  private readonly account: CurrentAccount;
  private readonly uses = new Map<string, PolicyStatement>();

  public constructor(scope: Construct, id: string, props: CustomerKeyProps) {
    super(scope, id);
    const deletionWindowInDays = props.deletionWindowDays ?? 30;
    requireWindow(`key "${props.name}"`, deletionWindowInDays);
    this.account = new CurrentAccount(this, 'account');
    const key = new KmsKey(this, 'Resource', {
      description: props.description,
      enableKeyRotation: true,
      deletionWindowInDays,
      policy: Lazy.stringValue({
        produce: () => policyDocument(keyAdministration(this.account), ...this.uses.values()),
      }),
      tags: { Name: props.name },
    });
    this.arn = key.arn;
    new KmsAlias(this, 'alias', { name: `alias/${props.name}`, targetKeyId: key.keyId });
  }

  public allowUse({ sid, principal, actions, condition }: KeyUse): void {
    if (this.uses.has(sid)) {
      throw new Error(`key ${this.node.path} has two uses "${sid}": give each its own sid`);
    }
    this.uses.set(sid, {
      Sid: sid,
      Effect: 'Allow',
      Principal: principal,
      Action: actions ?? ['kms:Decrypt', 'kms:GenerateDataKey*'],
      Resource: '*',
      Condition: condition,
    });
  }

  /**
   * Lets CloudWatch Logs encrypt log groups of this account and Region with the key.
   *
   * @param sid what the log groups are of
   * @param names the groups' names; a name that exists only later counts too
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
   */
  public allowLogGroups(sid: string, ...names: readonly string[]): void {
    this.allowUse({
      sid,
      principal: { Service: `logs.${this.account.region}.amazonaws.com` },
      actions: [
        'kms:Decrypt*',
        'kms:Describe*',
        'kms:Encrypt*',
        'kms:GenerateDataKey*',
        'kms:ReEncrypt*',
      ],
      condition: {
        ArnEquals: {
          'kms:EncryptionContext:aws:logs:arn': names.map((name) =>
            this.account.arn('logs', `log-group:${name}`),
          ),
        },
      },
    });
  }
}
