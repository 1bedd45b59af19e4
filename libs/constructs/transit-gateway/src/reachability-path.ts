import { Ec2NetworkInsightsAnalysis } from '@cdktf/provider-aws/lib/ec2-network-insights-analysis';
import { Ec2NetworkInsightsPath } from '@cdktf/provider-aws/lib/ec2-network-insights-path';
import { Construct } from 'constructs';
import type { TransitGatewayAttachment } from './transit-gateway-attachment';

/** Properties of a {@link ReachabilityPath}. */
export interface ReachabilityPathProps {
  /** The `Name` tag of the path and its analysis. */
  readonly name: string;
  readonly from: TransitGatewayAttachment;
  readonly to: TransitGatewayAttachment;
  /** The TCP port connected to. */
  readonly port: number;
}

/**
 * Has AWS itself check, at every deployment that changes the path, that the transit gateway's route
 * tables lead from one attachment to another. The deployment fails when no path is found.
 *
 * Reachability Analyzer sees configuration up to the gateway's edge, not what on-prem announces.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/reachability/how-reachability-analyzer-works.html
 */
export class ReachabilityPath extends Construct {
  public constructor(scope: Construct, id: string, props: ReachabilityPathProps) {
    super(scope, id);
    const tags = { Name: props.name };
    const path = new Ec2NetworkInsightsPath(this, 'Resource', {
      source: props.from.attachmentId,
      destination: props.to.attachmentId,
      protocol: 'tcp',
      destinationPort: props.port,
      tags,
    });
    new Ec2NetworkInsightsAnalysis(this, 'analysis', {
      networkInsightsPathId: path.id,
      waitForCompletion: true,
      lifecycle: {
        postcondition: [
          {
            condition: '${self.path_found}',
            errorMessage: `Reachability Analyzer finds no path for ${props.name}: read the explanations of its last analysis`,
          },
        ],
      },
      tags,
    });
  }
}
