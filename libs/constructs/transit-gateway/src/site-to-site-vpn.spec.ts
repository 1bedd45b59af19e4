import { TerraformOutput } from 'cdktf';
import { network } from '../test/network';
import { SiteToSiteVpn } from './index';

function vpn(bgpAsn = 65010) {
  const { stack, owner, transitGateway, synth } = network();
  const connection = new SiteToSiteVpn(owner, 'on-prem', {
    name: 'on-prem',
    transitGateway,
    customerGateway: { address: '203.0.113.10', bgpAsn },
  });
  return { connection, stack, synth };
}

/** The arguments of one tunnel, without the prefix that tells it from the other. */
function tunnel(number: 1 | 2, of: Readonly<Record<string, unknown>>) {
  return Object.entries(of)
    .filter(([name]) => name.startsWith(`tunnel${number}_`))
    .map(([name, value]) => [name.slice('tunnel1_'.length), value]);
}

describe('SiteToSiteVpn', () => {
  it('connects the gateway with the on-prem device by BGP', () => {
    const synthesised = vpn().synth();
    const customerGateway = synthesised.only('aws_customer_gateway');

    expect(customerGateway.arguments).toMatchObject({
      type: 'ipsec.1',
      ip_address: '203.0.113.10',
      bgp_asn: '65010',
    });
    expect(synthesised.only('aws_vpn_connection').arguments).toMatchObject({
      provider: 'aws.network',
      type: 'ipsec.1',
      customer_gateway_id: `\${${customerGateway.address}.id}`,
      transit_gateway_id: `\${${synthesised.only('aws_ec2_transit_gateway', 'network_').address}.id}`,
      static_routes_only: false,
    });
  });

  it('leaves the pre-shared keys to AWS, so that none is in a plan or a state', () => {
    const { arguments: connection } = vpn().synth().only('aws_vpn_connection');

    expect(connection['preshared_key_storage']).toBe('SecretsManager');
    expect(Object.keys(connection)).not.toContainEqual(
      expect.stringMatching(/^tunnel[12]_preshared_key/),
    );
  });

  it('has two tunnels alike, with no algorithm to fall back to, and logs both', () => {
    const synthesised = vpn().synth();
    const connection = synthesised.only('aws_vpn_connection').arguments;

    expect(tunnel(2, connection)).toEqual(tunnel(1, connection));
    expect(Object.fromEntries(tunnel(1, connection))).toEqual({
      ike_versions: ['ikev2'],
      phase1_encryption_algorithms: ['AES256-GCM-16'],
      phase1_integrity_algorithms: ['SHA2-384', 'SHA2-512'],
      phase1_dh_group_numbers: [19, 20, 21],
      phase2_encryption_algorithms: ['AES256-GCM-16'],
      phase2_integrity_algorithms: ['SHA2-384', 'SHA2-512'],
      phase2_dh_group_numbers: [19, 20, 21],
      startup_action: 'start',
      dpd_timeout_action: 'restart',
      log_options: {
        cloudwatch_log_options: {
          log_enabled: true,
          log_group_arn: `\${${synthesised.only('aws_cloudwatch_log_group').address}.arn}`,
          log_output_format: 'json',
        },
      },
    });
    expect(synthesised.only('aws_cloudwatch_log_group').arguments['retention_in_days']).toBe(365);
  });

  it('knows both kinds of ASN that AWS takes', () => {
    const [short, long] = [2_147_483_647, 2_147_483_648].map(
      (asn) => vpn(asn).synth().only('aws_customer_gateway').arguments,
    );

    expect(short).toMatchObject({ bgp_asn: '2147483647' });
    expect(long).toMatchObject({ bgp_asn_extended: '2147483648' });
    expect(long).not.toHaveProperty('bgp_asn');
  });

  it.each([0, 4_294_967_296, 65010.5, Number.NaN])('fails with the ASN %d', (asn) => {
    expect(() => vpn(asn)).toThrow(`customer gateway "on-prem" has the ASN ${asn}`);
  });

  it('tells on-prem what it configures, each address of each tunnel once', () => {
    const { connection, stack, synth } = vpn();
    new TerraformOutput(stack, 'tunnels', { value: connection.tunnels });

    const synthesised = synth();
    const { address } = synthesised.only('aws_vpn_connection');

    expect(synthesised.outputs['tunnels']?.['value']).toEqual(
      [1, 2].map((number) => ({
        address: `\${${address}.tunnel${number}_address}`,
        insideAddress: `\${${address}.tunnel${number}_vgw_inside_address}`,
        customerInsideAddress: `\${${address}.tunnel${number}_cgw_inside_address}`,
      })),
    );
  });
});
