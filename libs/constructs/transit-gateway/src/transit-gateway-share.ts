import { RamPrincipalAssociation } from '@cdktf/provider-aws/lib/ram-principal-association';
import { RamResourceAssociation } from '@cdktf/provider-aws/lib/ram-resource-association';
import { RamResourceShare } from '@cdktf/provider-aws/lib/ram-resource-share';
import { Account } from '@culvert/stack';
import { Construct } from 'constructs';
import { SharedTransitGateway } from './shared-transit-gateway';
import type { TransitGateway } from './transit-gateway';

/**
 * How another account comes to see what is shared with it: by accepting an `invitation`, or at once,
 * in an `organization` that has sharing turned on, where no invitation is ever sent.
 */
export type ShareAcceptance = 'invitation' | 'organization';

/** Properties of a {@link TransitGatewayShare}. */
export interface TransitGatewayShareProps {
  /** The share's name, which the other accounts see. */
  readonly name: string;
  readonly transitGateway: TransitGateway;
  /** Whom it is shared with: twelve-digit account ids. */
  readonly accountIds: readonly string[];
  /** Only an `invitation` can go to an account outside the organization. */
  readonly acceptance: ShareAcceptance;
}

/**
 * Shares a transit gateway with named accounts. They can then ask for attachments, no more: each is
 * accepted by the gateway's owner.
 *
 * @throws when no account is named, one is no account id, or one is named twice
 * @see https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-share.html
 */
export class TransitGatewayShare extends Construct {
  private readonly transitGateway: TransitGateway;
  private readonly acceptance: ShareAcceptance;
  private readonly shared: RamResourceAssociation;
  private readonly principals: ReadonlyMap<string, RamPrincipalAssociation>;

  public constructor(scope: Construct, id: string, props: TransitGatewayShareProps) {
    super(scope, id);
    requireAccounts(props);
    this.transitGateway = props.transitGateway;
    this.acceptance = props.acceptance;
    const { arn } = new RamResourceShare(this, 'Resource', {
      name: props.name,
      allowExternalPrincipals: props.acceptance === 'invitation',
      tags: { Name: props.name },
    });
    this.shared = new RamResourceAssociation(this, 'transit-gateway', {
      resourceShareArn: arn,
      resourceArn: props.transitGateway.arn,
    });
    this.principals = new Map(
      props.accountIds.map((accountId) => [
        accountId,
        new RamPrincipalAssociation(this, `account-${accountId}`, {
          resourceShareArn: arn,
          principal: accountId,
        }),
      ]),
    );
  }

  /**
   * Accepts the share in another account.
   * @param scope an `Account`, or a construct below one
   * @throws when the gateway is not shared with that account
   */
  public accept(scope: Construct, id: string): SharedTransitGateway {
    const accountId = Account.of(scope)?.accountId;
    const principal = this.principals.get(accountId ?? '');
    if (principal === undefined) {
      throw new Error(
        `share "${this.node.path}" is with ${[...this.principals.keys()].join(', ')}, not with ${accountId ?? `"${scope.node.path}", which is in no account`}: add the account to accountIds`,
      );
    }
    return new SharedTransitGateway(scope, id, {
      origin: this.transitGateway,
      offer: [this.shared, principal],
      invitationArn: this.acceptance === 'invitation' ? principal.resourceShareArn : undefined,
    });
  }
}

function requireAccounts({ name, accountIds }: TransitGatewayShareProps): void {
  const strangers = accountIds.filter((accountId) => !/^\d{12}$/.test(accountId));
  const distinct = new Set(accountIds).size === accountIds.length;
  if (accountIds.length === 0 || strangers.length > 0 || !distinct) {
    throw new Error(
      `share "${name}" is with [${accountIds.join(', ')}]: name each account once, by its twelve-digit id`,
    );
  }
}
