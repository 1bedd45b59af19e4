import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CrossAccountPrivatelinkEstate, loadEstate } from '@culvert/estate';
import { type Block, SynthesisedStack } from '@culvert/testing';
import { Testing } from 'cdktf';
import { CrossAccountPrivatelink } from './cross-account-privatelink';

const ESTATES = join(__dirname, '..', '..', 'estates');
const NAMES = ['example', 'lab', 'lab-plain-tcp', 'lab-terminate', 'lab-vpc-link-v1'] as const;

function synthesise(name: (typeof NAMES)[number]): SynthesisedStack {
  const estate = loadEstate({ name, directory: ESTATES });
  return SynthesisedStack.of(
    new CrossAccountPrivatelink(
      Testing.app(),
      'cross-account-privatelink',
      estate,
      estate.crossAccountPrivatelink as CrossAccountPrivatelinkEstate,
    ),
  );
}

function argumentsOf(synthesised: SynthesisedStack, type: string): readonly Block[] {
  return synthesised.resources(type).map((resource) => resource.arguments);
}

function documentOf(synthesised: SynthesisedStack): string {
  return synthesised.only('aws_api_gateway_rest_api').arguments['body'] as string;
}

describe.each(NAMES)('CrossAccountPrivatelink of the estate %s', (name) => {
  const synthesised = synthesise(name);

  it('has no way to or from the internet', () => {
    expect(
      synthesised.resourceTypes.filter((type) =>
        /internet_gateway|nat_gateway|aws_eip|aws_route$/.test(type),
      ),
    ).toEqual([]);
    expect(argumentsOf(synthesised, 'aws_lb').map((lb) => lb['internal'])).toEqual([true, true]);
  });

  it('has no rule that names every address, and none inside a group', () => {
    const rules = ['ingress', 'egress'].flatMap((direction) =>
      argumentsOf(synthesised, `aws_vpc_security_group_${direction}_rule`),
    );

    expect(rules.map((rule) => rule['cidr_ipv4']).filter(Boolean)).not.toContain('0.0.0.0/0');
    expect(rules.map((rule) => rule['cidr_ipv6']).filter(Boolean)).toEqual([]);
    for (const group of argumentsOf(synthesised, 'aws_security_group')) {
      expect(group['ingress'] ?? group['egress']).toBeUndefined();
    }
  });

  it('logs the flows of all three VPCs', () => {
    expect(argumentsOf(synthesised, 'aws_flow_log').map((log) => log['provider'])).toEqual(
      expect.arrayContaining(['aws.application', 'aws.api', 'aws.consumer']),
    );
  });

  it('lets the API be called through the endpoints of the api and the consumer account only', () => {
    const { policy } = synthesised.only('aws_api_gateway_rest_api').arguments;
    const [deny] = JSON.parse(policy as string).Statement;

    expect(deny).toMatchObject({
      Effect: 'Deny',
      Condition: {
        StringNotEquals: {
          'aws:SourceVpce': [
            `\${${synthesised.only('aws_vpc_endpoint', 'api_execute-api').address}.id}`,
            `\${${synthesised.only('aws_vpc_endpoint', 'consumer_execute-api').address}.id}`,
          ],
        },
      },
    });
  });

  it('lets the API alone through both execute-api endpoints', () => {
    const { address } = synthesised.only('aws_api_gateway_rest_api');
    const policies = argumentsOf(synthesised, 'aws_vpc_endpoint_policy');

    expect(policies.map((policy) => policy['provider'])).toEqual(['aws.api', 'aws.consumer']);
    for (const { policy } of policies) {
      expect(JSON.parse(policy as string).Statement).toEqual([
        expect.objectContaining({ Resource: [`\${${address}.execution_arn}/*`] }),
      ]);
    }
  });

  it('requests the connection as the api account and accepts it as the application account', () => {
    const request = synthesised.only('aws_vpc_endpoint', 'service-endpoint');
    const acceptance = synthesised.only('aws_vpc_endpoint_connection_accepter');

    expect(request.arguments['provider']).toBe('aws.api');
    expect(acceptance.arguments).toMatchObject({
      provider: 'aws.application',
      vpc_endpoint_id: `\${${request.address}.id}`,
    });
  });

  it("balances onto the endpoint's own addresses", () => {
    const pinned = synthesised.only('aws_vpc_endpoint', 'service-endpoint').arguments[
      'subnet_configuration'
    ] as readonly { ipv4: string }[];
    const targets = synthesised
      .resources('aws_lb_target_group_attachment')
      .filter(({ address }) => address.includes('api_endpoint-addresses'));

    expect(targets.map((target) => target.arguments['target_id'])).toEqual(
      pinned.map(({ ipv4 }) => ipv4),
    );
  });

  it('tells callers what they need', () => {
    expect(Object.keys(synthesised.outputs)).toEqual(
      expect.arrayContaining(['api_id', 'endpoint_ids', 'endpoint_url', 'invoke_url']),
    );
  });
});

describe('CrossAccountPrivatelink', () => {
  it('keeps every address, since a resource whose address changes is destroyed and made anew', () => {
    const addresses = readFileSync(join(__dirname, '..', 'addresses.txt'), 'utf8');

    expect(synthesise('lab').addresses).toEqual(addresses.trim().split('\n'));
  });

  it('passes TLS through to the service by default', () => {
    const synthesised = synthesise('lab');

    for (const listener of argumentsOf(synthesised, 'aws_lb_listener')) {
      expect(listener).toMatchObject({ port: 443, protocol: 'TCP' });
    }
    expect(documentOf(synthesised)).toContain('"uri":"https://orders.example.com/{proxy}"');
  });

  it("ends TLS at both load balancers with their accounts' certificates when told to", () => {
    const synthesised = synthesise('lab-terminate');
    const listeners = argumentsOf(synthesised, 'aws_lb_listener');

    expect(listeners.map((listener) => listener['protocol'])).toEqual(['TLS', 'TLS']);
    for (const [alias, accountId] of [
      ['application', '111111111111'],
      ['api', '222222222222'],
    ]) {
      const listener = listeners.find((one) => one['provider'] === `aws.${alias}`);
      expect(listener?.['certificate_arn']).toContain(`:${accountId}:certificate/`);
    }
    expect(
      argumentsOf(synthesised, 'aws_lb_target_group').map((group) => group['protocol']),
    ).toEqual(['TLS', 'TLS']);
  });

  it('speaks plain HTTP on port 80 only in an estate that says so', () => {
    const synthesised = synthesise('lab-plain-tcp');

    for (const listener of argumentsOf(synthesised, 'aws_lb_listener')) {
      expect(listener).toMatchObject({ port: 80, protocol: 'TCP' });
    }
    expect(documentOf(synthesised)).toContain('"uri":"http://orders.example.com/{proxy}"');
  });

  it('reaches the load balancer through a VPC link V2, group to group', () => {
    const synthesised = synthesise('lab');
    const loadBalancer = synthesised.only('aws_lb', 'api_').arguments;

    expect(loadBalancer).toMatchObject({
      enforce_security_group_inbound_rules_on_private_link_traffic: 'on',
    });
    expect(synthesised.resourceTypes).toContain('aws_apigatewayv2_vpc_link');
    expect(documentOf(synthesised)).toContain('integrationTarget');
    expect(synthesised.resourceTypes).toContain('aws_scheduler_schedule');
  });

  it('reaches it through a VPC link V1 in an estate that says so, past its inbound rules', () => {
    const synthesised = synthesise('lab-vpc-link-v1');

    expect(synthesised.resourceTypes).not.toContain('aws_apigatewayv2_vpc_link');
    expect(synthesised.only('aws_api_gateway_vpc_link').arguments['provider']).toBe('aws.api');
    expect(synthesised.only('aws_lb', 'api_').arguments).toMatchObject({
      enforce_security_group_inbound_rules_on_private_link_traffic: 'off',
    });
    expect(synthesised.only('aws_lb', 'application_').arguments).toMatchObject({
      enforce_security_group_inbound_rules_on_private_link_traffic: 'on',
    });
    expect(documentOf(synthesised)).not.toContain('integrationTarget');
  });

  it('admits to the service only the subnets of the API, and only the targets from it', () => {
    const synthesised = synthesise('lab');
    const [ingress, egress] = ['ingress', 'egress'].map((direction) =>
      argumentsOf(synthesised, `aws_vpc_security_group_${direction}_rule`)
        .filter((rule) => rule['provider'] === 'aws.application')
        .map((rule) => [rule['cidr_ipv4'], rule['from_port']]),
    );

    expect(ingress).toEqual([
      ['10.20.0.0/24', 443],
      ['10.20.1.0/24', 443],
    ]);
    expect(egress).toEqual([
      ['10.10.0.20/32', 443],
      ['10.10.1.20/32', 443],
    ]);
  });

  it('keeps the state of a real estate in S3, locked there, and that of the lab beside it', () => {
    expect(synthesise('example').terraform).toMatchObject({
      backend: { s3: { use_lockfile: true, encrypt: true } },
    });
    expect(synthesise('lab').terraform).toMatchObject({
      backend: { local: { path: 'terraform.tfstate' } },
    });
  });

  it("offers the service's private DNS name, with the record that verifies it, where it has one", () => {
    const synthesised = synthesise('example');

    expect(synthesised.only('aws_vpc_endpoint_service').arguments['private_dns_name']).toBe(
      'orders.internal.example.com',
    );
    expect(synthesised.outputs).toHaveProperty('private_dns_verification');
    expect(synthesise('lab').outputs).not.toHaveProperty('private_dns_verification');
  });
});
