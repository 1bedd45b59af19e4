import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { type IAspect, Aspects, TerraformDataSource, TerraformResource } from 'cdktf';
import { Construct, type IConstruct } from 'constructs';

/** Properties of an {@link Account}. */
export interface AccountProps {
  /** The account's id, twelve digits. */
  readonly accountId: string;
  /** The Region everything in this scope is created in, such as `eu-central-1`. */
  readonly region: string;
  /**
   * The role that Terraform assumes to act in the account.
   * @default - the credentials Terraform runs with, which must belong to `accountId`
   */
  readonly roleArn?: string;
  /**
   * Tags put on every resource of the account that can carry tags.
   * @default - none
   */
  readonly tags?: Readonly<Record<string, string>>;
}

/**
 * An AWS account as a scope: every resource and data source below it is created by the account's own
 * provider alias, which is named after the scope and refuses to act in any other account.
 *
 * @example
 * const api = new Account(stack, 'api', { accountId: '222222222222', region: 'eu-central-1' });
 * new Vpc(api, 'vpc', { cidrBlock: '10.20.0.0/16' });
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs#allowed_account_ids-1
 */
export class Account extends Construct {
  /** The account that `scope` lies in, if any. */
  public static of(scope: IConstruct): Account | undefined {
    return scope.node.scopes.reverse().find((node): node is Account => node instanceof Account);
  }

  public readonly accountId: string;
  public readonly region: string;
  public readonly provider: AwsProvider;

  public constructor(scope: Construct, id: string, props: AccountProps) {
    super(scope, id);
    if (!/^\d{12}$/.test(props.accountId)) {
      throw new Error(
        `account "${id}": accountId "${props.accountId}" is not a twelve-digit AWS account id`,
      );
    }
    this.accountId = props.accountId;
    this.region = props.region;
    this.provider = new AwsProvider(this, 'Provider', {
      alias: id,
      region: props.region,
      allowedAccountIds: [props.accountId],
      assumeRole: props.roleArn === undefined ? [] : [{ roleArn: props.roleArn }],
      defaultTags: props.tags === undefined ? [] : [{ tags: { ...props.tags } }],
    });
    Aspects.of(this).add(new UseProvider(this.provider));
  }
}

/** Gives the provider to everything in the scope that names none itself. */
class UseProvider implements IAspect {
  public constructor(private readonly provider: AwsProvider) {}

  public visit(node: IConstruct): void {
    if (
      TerraformResource.isTerraformResource(node) ||
      TerraformDataSource.isTerraformDataSource(node)
    ) {
      node.provider ??= this.provider;
    }
  }
}
