import { ApiGatewayDeployment } from '@cdktf/provider-aws/lib/api-gateway-deployment';
import { ApiGatewayRestApi } from '@cdktf/provider-aws/lib/api-gateway-rest-api';
import { policyDocument } from '@culvert/policy';
import { Fn } from 'cdktf';
import { Construct } from 'constructs';
import type { InterfaceEndpoint } from '@culvert/privatelink';
import { ApiStage, type ApiStageProps } from './api-stage';
import type { OpenApiDocument } from './open-api-document';
import { renderDocument } from './private/render-document';

/** Properties of a {@link PrivateApi}. */
export interface PrivateApiProps {
  /** The API's name. */
  readonly name: string;
  /** What the API offers and where it sends requests. */
  readonly document: OpenApiDocument;
  /** The `execute-api` endpoints that may call the API, of any account. Everything else is denied. */
  readonly callers: readonly InterfaceEndpoint[];
  /**
   * Those of the API's own account that get a Route 53 alias, `<api>-<endpoint>.execute-api…`.
   * @default - none
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/associate-private-api-with-vpc-endpoint.html
   */
  readonly associatedEndpoints?: readonly InterfaceEndpoint[];
  /** The one stage of the API. */
  readonly stage: Omit<ApiStageProps, 'apiName' | 'restApiId' | 'deploymentId'>;
}

/**
 * A private REST API. Its resource policy denies what does not come through the endpoints named, and
 * it is deployed anew whenever the document, the policy or the link changes.
 *
 * @throws when no caller is named: API Gateway does not deploy a private API without a policy
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html
 */
export class PrivateApi extends Construct {
  public readonly id: string;
  public readonly name: string;
  /** `arn:aws:apigateway:<region>::/restapis/<api>`: the API as something to manage, not to call. */
  public readonly arn: string;
  /** The resource with the path `/`. */
  public readonly rootResourceId: string;
  /** `arn:aws:execute-api:<region>:<account>:<api>`, to which policies append stage, method and path. */
  public readonly executionArn: string;
  public readonly stage: ApiStage;

  public constructor(scope: Construct, id: string, props: PrivateApiProps) {
    super(scope, id);
    const restApi = new ApiGatewayRestApi(this, 'Resource', {
      name: props.name,
      body: renderDocument(props.document),
      policy: onlyFrom(props),
      endpointConfiguration: {
        types: ['PRIVATE'],
        vpcEndpointIds: props.associatedEndpoints?.map((endpoint) => endpoint.id),
      },
    });
    this.id = restApi.id;
    this.name = props.name;
    this.arn = restApi.arn;
    this.rootResourceId = restApi.rootResourceId;
    this.executionArn = restApi.executionArn;

    const deployment = new ApiGatewayDeployment(this, 'deployment', {
      restApiId: restApi.id,
      triggers: { redeployment: Fn.sha1(Fn.jsonencode([restApi.body, restApi.policy])) },
      lifecycle: { createBeforeDestroy: true },
    });
    this.stage = new ApiStage(this, 'stage', {
      ...props.stage,
      apiName: props.name,
      restApiId: restApi.id,
      deploymentId: deployment.id,
    });
  }

  /** The URL of the stage by an associated endpoint's alias, for callers without private DNS. */
  public endpointUrl(endpoint: InterfaceEndpoint): string {
    return Fn.replace(this.stage.invokeUrl, this.id, `${this.id}-${endpoint.id}`);
  }
}

/**
 * The policy's resource is `*`: it is attached to this API only, and API Gateway rewrites the short
 * form `execute-api:/*` into an ARN, which Terraform then wants to change back on every plan.
 */
function onlyFrom({ name, callers }: PrivateApiProps): string {
  if (callers.length === 0) {
    throw new Error(
      `private API "${name}" names no caller: give at least one execute-api endpoint`,
    );
  }
  const invoke = { Principal: '*', Action: 'execute-api:Invoke', Resource: '*' } as const;
  return policyDocument(
    {
      Sid: 'DenyOtherEndpoints',
      Effect: 'Deny',
      ...invoke,
      Condition: {
        StringNotEquals: { 'aws:SourceVpce': callers.map((endpoint) => endpoint.id) },
      },
    },
    { Sid: 'AllowTheRest', Effect: 'Allow', ...invoke },
  );
}
