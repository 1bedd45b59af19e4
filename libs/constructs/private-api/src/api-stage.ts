import { ApiGatewayMethodSettings } from '@cdktf/provider-aws/lib/api-gateway-method-settings';
import { ApiGatewayStage } from '@cdktf/provider-aws/lib/api-gateway-stage';
import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { Construct } from 'constructs';

/** How many requests a stage takes before it answers 429. */
export interface Throttling {
  /** Requests per second, sustained. */
  readonly rateLimit: number;
  /** Requests at once. */
  readonly burstLimit: number;
}

/** Properties of an {@link ApiStage}. */
export interface ApiStageProps {
  /** The API's name; the access logs are in `/culvert/<api>/<stage>/access-logs`. */
  readonly apiName: string;
  readonly restApiId: string;
  readonly deploymentId: string;
  /** The stage's name, the first part of every path. */
  readonly stageName: string;
  readonly throttling: Throttling;
  /**
   * How long access logs are kept, in days.
   * @default 365
   */
  readonly logRetentionDays?: number;
}

/** What is logged of each request: who called what, how it went and how long it took; no content. */
const ACCESS_LOG_FIELDS = {
  requestId: '$context.requestId',
  requestTime: '$context.requestTime',
  sourceIp: '$context.identity.sourceIp',
  sourceVpce: '$context.identity.vpceId',
  caller: '$context.identity.userArn',
  method: '$context.httpMethod',
  path: '$context.path',
  status: '$context.status',
  latency: '$context.responseLatency',
  integrationStatus: '$context.integration.status',
  integrationLatency: '$context.integration.latency',
  integrationError: '$context.integration.error',
  error: '$context.error.message',
  traceId: '$context.xrayTraceId',
} as const;

/**
 * A stage with access logs, throttling, metrics and X-Ray tracing; request and response bodies are
 * never logged. The account needs API Gateway's CloudWatch role, once for each Region.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-stages.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
 */
export class ApiStage extends Construct {
  public readonly stageName: string;
  /** `https://<api>.execute-api.<region>.amazonaws.com/<stage>`, resolvable where private DNS is on. */
  public readonly invokeUrl: string;

  public constructor(scope: Construct, id: string, props: ApiStageProps) {
    super(scope, id);
    this.stageName = props.stageName;
    const accessLogs = new CloudwatchLogGroup(this, 'access-logs', {
      name: `/culvert/${props.apiName}/${props.stageName}/access-logs`,
      retentionInDays: props.logRetentionDays ?? 365,
    });
    const stage = new ApiGatewayStage(this, 'Resource', {
      restApiId: props.restApiId,
      deploymentId: props.deploymentId,
      stageName: props.stageName,
      xrayTracingEnabled: true,
      accessLogSettings: {
        destinationArn: accessLogs.arn,
        format: JSON.stringify(ACCESS_LOG_FIELDS),
      },
    });
    this.invokeUrl = stage.invokeUrl;
    new ApiGatewayMethodSettings(this, 'method-settings', {
      restApiId: props.restApiId,
      stageName: stage.stageName,
      methodPath: '*/*',
      settings: {
        metricsEnabled: true,
        dataTraceEnabled: false,
        loggingLevel: 'ERROR',
        throttlingRateLimit: props.throttling.rateLimit,
        throttlingBurstLimit: props.throttling.burstLimit,
      },
    });
  }
}
