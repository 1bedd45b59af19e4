import type { OktaCallerEstate } from '@culvert/estate';
import type { NodeFunction } from '@culvert/function';
import type { CredentialSecret } from '@culvert/identity';
import { type IsolatedVpc, SecurityGroup } from '@culvert/network';
import type { PolicyStatement } from '@culvert/policy';
import { InterfaceEndpoint } from '@culvert/privatelink';
import type { Account } from '@culvert/stack';
import { HOSTS, NAME } from './names';

/** Who uses an endpoint, and for what. */
export interface EndpointUsers {
  readonly callers: readonly { readonly fn: NodeFunction; readonly secret: CredentialSecret }[];
  readonly rotator: NodeFunction;
}

/** The endpoints in the network, and the group that their interfaces wear. */
export interface Endpoints {
  readonly secretsManager: InterfaceEndpoint;
  readonly kms: InterfaceEndpoint;
  /** Where the internal API is a private one. */
  readonly executeApi?: InterfaceEndpoint;
}

/**
 * Endpoints for what the code calls, and for nothing else: logs and traces of a function do not pass
 * its network.
 */
export function createEndpoints(
  account: Account,
  vpc: IsolatedVpc,
  scenario: OktaCallerEstate,
): Endpoints {
  const securityGroup = new SecurityGroup(account, 'endpoints', {
    vpcId: vpc.id,
    name: `${NAME}-endpoints`,
    description: 'interface endpoints',
  });
  const endpoint = (id: string, service: string, hostNumber: number) =>
    new InterfaceEndpoint(account, id, {
      name: `${NAME}-${id}`,
      vpc,
      serviceName: `com.amazonaws.${account.region}.${service}`,
      securityGroup,
      hostNumber,
      privateDns: true,
    });
  return {
    secretsManager: endpoint('secretsmanager', 'secretsmanager', HOSTS.secretsManager),
    kms: endpoint('kms', 'kms', HOSTS.kms),
    ...(scenario.internalApi.type === 'private-api' && {
      executeApi: endpoint('execute-api', 'execute-api', HOSTS.executeApi),
    }),
  };
}

/** Lets a function connect to the endpoints. */
export function allowToEndpoints({ securityGroup }: NodeFunction, endpoints: Endpoints): void {
  securityGroup.allowTo(endpoints.secretsManager.securityGroup, {
    port: 443,
    description: 'interface endpoints',
  });
}

/** Lets through each endpoint what its users do, by their roles, and nobody else. */
export function restrictEndpoints(
  account: Account,
  { secretsManager, kms, executeApi }: Endpoints,
  { callers, rotator }: EndpointUsers,
  apiArns: readonly string[],
): void {
  const secretArns = callers.map(({ secret }) => secret.arn);
  const callerRoles = callers.map(({ fn }) => fn.roleArn);
  const keys = `arn:aws:kms:${account.region}:${account.accountId}:key/*`;
  secretsManager.restrictTo(
    by([...callerRoles, rotator.roleArn], 'secretsmanager:GetSecretValue', secretArns),
    by(
      [rotator.roleArn],
      [
        'secretsmanager:DescribeSecret',
        'secretsmanager:PutSecretValue',
        'secretsmanager:UpdateSecretVersionStage',
      ],
      secretArns,
    ),
  );
  kms.restrictTo(
    by([...callerRoles, rotator.roleArn], 'kms:Sign', keys),
    by([rotator.roleArn], ['kms:CreateKey', 'kms:ListKeys'], '*'),
    by(
      [rotator.roleArn],
      [
        'kms:DescribeKey',
        'kms:GetPublicKey',
        'kms:ListResourceTags',
        'kms:ScheduleKeyDeletion',
        'kms:TagResource',
      ],
      keys,
    ),
  );
  executeApi?.restrictTo({
    Effect: 'Allow',
    Principal: '*',
    Action: 'execute-api:Invoke',
    Resource: apiArns,
  });
}

function by(
  roles: readonly string[],
  actions: string | readonly string[],
  resources: string | readonly string[],
): PolicyStatement {
  return {
    Effect: 'Allow',
    Principal: '*',
    Action: actions,
    Resource: resources,
    Condition: { ArnEquals: { 'aws:PrincipalArn': roles } },
  };
}
