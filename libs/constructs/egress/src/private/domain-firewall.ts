import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { NetworkfirewallFirewall } from '@cdktf/provider-aws/lib/networkfirewall-firewall';
import { NetworkfirewallFirewallPolicy } from '@cdktf/provider-aws/lib/networkfirewall-firewall-policy';
import { NetworkfirewallLoggingConfiguration } from '@cdktf/provider-aws/lib/networkfirewall-logging-configuration';
import { NetworkfirewallRuleGroup } from '@cdktf/provider-aws/lib/networkfirewall-rule-group';
import { Fn, TerraformIterator, Token } from 'cdktf';
import { Construct } from 'constructs';

/** Properties of a {@link DomainFirewall}. */
export interface DomainFirewallProps {
  readonly name: string;
  readonly vpcId: string;
  /** One subnet for each zone. */
  readonly subnetIds: readonly string[];
  readonly domains: readonly string[];
  readonly keyArn: string;
  readonly deletionProtection: boolean;
  readonly logRetentionDays: number;
}

/** Room for that many domains; it cannot be changed later. */
const CAPACITY = 100;

/**
 * A firewall that lets TLS through to named domains, and drops whatever else has established a
 * connection. The name is the one the client sends (SNI), so nothing is decrypted.
 *
 * @see https://docs.aws.amazon.com/network-firewall/latest/developerguide/stateful-rule-groups-domain-names.html
 */
export class DomainFirewall extends Construct {
  private readonly firewall: NetworkfirewallFirewall;

  public constructor(scope: Construct, id: string, props: DomainFirewallProps) {
    super(scope, id);
    const { name } = props;
    const encryptionConfiguration = { type: 'CUSTOMER_KMS', keyId: props.keyArn };
    const domains = new NetworkfirewallRuleGroup(this, 'domains', {
      name: `${name}-domains`,
      description: 'TLS to these domains',
      type: 'STATEFUL',
      capacity: CAPACITY,
      encryptionConfiguration,
      ruleGroup: {
        statefulRuleOptions: { ruleOrder: 'STRICT_ORDER' },
        rulesSource: {
          rulesSourceList: {
            generatedRulesType: 'ALLOWLIST',
            targetTypes: ['TLS_SNI'],
            targets: [...props.domains],
          },
        },
      },
    });
    const policy = new NetworkfirewallFirewallPolicy(this, 'policy', {
      name,
      description: 'what is not named is dropped',
      encryptionConfiguration,
      firewallPolicy: {
        statelessDefaultActions: ['aws:forward_to_sfe'],
        statelessFragmentDefaultActions: ['aws:drop'],
        statefulEngineOptions: { ruleOrder: 'STRICT_ORDER', streamExceptionPolicy: 'DROP' },
        statefulDefaultActions: ['aws:drop_established', 'aws:alert_established'],
        statefulRuleGroupReference: [{ priority: 1, resourceArn: domains.arn }],
      },
    });
    this.firewall = new NetworkfirewallFirewall(this, 'Resource', {
      name,
      vpcId: props.vpcId,
      subnetMapping: props.subnetIds.map((subnetId) => ({ subnetId })),
      firewallPolicyArn: policy.arn,
      encryptionConfiguration,
      deleteProtection: props.deletionProtection,
      subnetChangeProtection: props.deletionProtection,
      firewallPolicyChangeProtection: props.deletionProtection,
      tags: { Name: name },
    });
    this.logAlerts(props);
  }

  /**
   * The firewall's endpoint in the subnet. The provider has the endpoints as a set, in which only the
   * subnet tells them apart.
   */
  public endpointIn(subnetId: string): string {
    const states = this.firewall.firewallStatus.get(0).syncStates;
    const ofSubnet = TerraformIterator.fromList(Token.asList(states)).forExpressionForList(
      `val.attachment[0].endpoint_id if val.attachment[0].subnet_id == ${subnetId}`,
    );
    return Token.asString(Fn.one(Token.asList(ofSubnet)));
  }

  private logAlerts({ name, logRetentionDays }: DomainFirewallProps): void {
    const logGroup = new CloudwatchLogGroup(this, 'alerts', {
      name: `/aws/vendedlogs/network-firewall/${name}`,
      retentionInDays: logRetentionDays,
    });
    new NetworkfirewallLoggingConfiguration(this, 'logging', {
      firewallArn: this.firewall.arn,
      loggingConfiguration: {
        logDestinationConfig: [
          {
            logType: 'ALERT',
            logDestinationType: 'CloudWatchLogs',
            logDestination: { logGroup: logGroup.name },
          },
        ],
      },
    });
  }
}
