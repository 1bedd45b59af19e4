import { TerraformDataSource, TerraformResource, TerraformStack } from 'cdktf';
import type { Construct, IConstruct } from 'constructs';
import { Account, type AccountProps } from './account';
import { configureBackend, type StateBackend } from './state-backend';

/** The AWS provider versions whose schema every construct here keeps to; tested with the lowest. */
export const AWS_PROVIDER_CONSTRAINT = '>= 5.100.0, < 7.0.0';

/** The lowest Terraform that has S3 native locking and write-only arguments. */
export const TERRAFORM_CONSTRAINT = '>= 1.11.0';

/** Properties of a {@link MultiAccountStack}. */
export interface MultiAccountStackProps<Name extends string> {
  /** The accounts the stack creates resources in, by the name that becomes the provider's alias. */
  readonly accounts: Readonly<Record<Name, AccountProps>>;
  /**
   * Where the state is kept.
   * @default - a local file
   */
  readonly backend?: StateBackend;
}

/**
 * A Terraform stack that spans AWS accounts: one aliased provider each, and no default provider, so
 * nothing is ever created in whichever account the credentials happen to belong to.
 *
 * @throws at synthesis, naming every resource that lies in no account.
 */
export class MultiAccountStack<Name extends string> extends TerraformStack {
  private readonly accounts: ReadonlyMap<Name, Account>;

  public constructor(scope: Construct, id: string, props: MultiAccountStackProps<Name>) {
    super(scope, id);
    configureBackend(this, props.backend ?? { type: 'local' });
    this.addOverride('terraform.required_version', TERRAFORM_CONSTRAINT);
    this.addOverride('terraform.required_providers.aws.version', AWS_PROVIDER_CONSTRAINT);

    const names = Object.keys(props.accounts) as Name[];
    this.accounts = new Map(
      names.map((name) => [name, new Account(this, name, props.accounts[name])]),
    );
    this.node.addValidation({ validate: () => this.outsideAnyAccount() });
  }

  /** The scope in which resources of the named account are created. */
  public account(name: Name): Account {
    const account = this.accounts.get(name);
    if (account === undefined) {
      throw new Error(
        `stack "${this.node.id}" has no account "${name}": it has ${[...this.accounts.keys()].join(', ')}`,
      );
    }
    return account;
  }

  private outsideAnyAccount(): string[] {
    return this.node
      .findAll()
      .filter((node): node is TerraformResource | TerraformDataSource => isManaged(node))
      .filter((node) => node.provider === undefined)
      .map((node) => `${node.node.path} is in no account: create it below stack.account(…)`);
  }
}

function isManaged(node: IConstruct): boolean {
  return (
    TerraformResource.isTerraformResource(node) || TerraformDataSource.isTerraformDataSource(node)
  );
}
