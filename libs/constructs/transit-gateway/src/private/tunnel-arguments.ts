import type { VpnConnectionConfig } from '@cdktf/provider-aws/lib/vpn-connection';

/** The arguments of one tunnel, without the `tunnel1` they begin with. */
type TunnelOptions = {
  readonly [
    Name in keyof VpnConnectionConfig as Name extends `tunnel1${infer Option}` ? Option : never
  ]?: VpnConnectionConfig[Name];
};

/**
 * What both tunnels are made of: IKEv2 and authenticated encryption, with no older algorithm to fall
 * back to. AWS opens a tunnel, and again when the peer was gone, so it is up without any traffic.
 *
 * @see https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html
 */
export function tunnelArguments(tunnel: 1 | 2, logGroupArn: string): Partial<VpnConnectionConfig> {
  const options: TunnelOptions = {
    IkeVersions: ['ikev2'],
    Phase1EncryptionAlgorithms: ['AES256-GCM-16'],
    Phase1IntegrityAlgorithms: ['SHA2-384', 'SHA2-512'],
    Phase1DhGroupNumbers: [19, 20, 21],
    Phase2EncryptionAlgorithms: ['AES256-GCM-16'],
    Phase2IntegrityAlgorithms: ['SHA2-384', 'SHA2-512'],
    Phase2DhGroupNumbers: [19, 20, 21],
    StartupAction: 'start',
    DpdTimeoutAction: 'restart',
    LogOptions: {
      cloudwatchLogOptions: { logEnabled: true, logGroupArn, logOutputFormat: 'json' },
    },
  };
  return Object.fromEntries(
    Object.entries(options).map(([option, value]) => [`tunnel${tunnel}${option}`, value]),
  );
}
