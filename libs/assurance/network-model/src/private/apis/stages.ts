import type { Resource, ResourceGraph } from '@culvert/terraform-graph';
import type { Api } from '../../api';
import { once } from '../by-id';
import { givenValue } from '../given-value';
import { componentId } from '../identity';
import { resourcesOf } from '../of-type';
import { nameOf, textOf } from '../read';
import { keyOf, refOf } from '../reference';
import { groupedBy } from '../resources';
import type { Variables } from './stage-variables';

const ATTRIBUTES: Readonly<
  Record<string, { readonly api: string; readonly name: string; readonly variables: string }>
> = {
  aws_api_gateway_stage: { api: 'rest_api_id', name: 'stage_name', variables: 'variables' },
  aws_api_gateway_deployment: { api: 'rest_api_id', name: 'stage_name', variables: 'variables' },
  aws_apigatewayv2_stage: { api: 'api_id', name: 'name', variables: 'stage_variables' },
};

const stagesByApi = once((graph: ResourceGraph) =>
  groupedBy(resourcesOf(graph, ...Object.keys(ATTRIBUTES)), (each) => [
    keyOf(refOf(each, ATTRIBUTES[each.type]?.api ?? '') ?? ''),
  ]),
);

/** The stages of an API that have a deployment, and their variables. */
export function stagesOf(
  graph: ResourceGraph,
  api: Resource,
): {
  readonly stages: Api['stages'];
  readonly variables: Variables;
} {
  const found = (stagesByApi(graph).get(componentId(graph, api)) ?? []).filter((each) =>
    isDeployed(graph, each),
  );
  const named = found.flatMap((each) => {
    const stage = textOf(givenValue(graph, each, ATTRIBUTES[each.type]?.name ?? ''));
    return stage === undefined ? [] : [{ name: nameOf(graph, each), stage }];
  });
  const quick = givenValue(graph, api, 'target');
  return {
    stages:
      api.type === 'aws_apigatewayv2_api' && quick !== undefined && quick !== ''
        ? [...named, { name: nameOf(graph, api), stage: '$default' }]
        : named,
    variables: (variable) => {
      const values = found.flatMap((each) => {
        const at = [ATTRIBUTES[each.type]?.variables ?? '', variable];
        return each.value(at) ?? [];
      });
      const [value, ...others] = values;
      return others.every((other) => String(other) === String(value)) ? value : undefined;
    },
  };
}

function isDeployed(graph: ResourceGraph, stage: Resource): boolean {
  if (stage.type !== 'aws_apigatewayv2_stage') return true;
  const deployment = givenValue(graph, stage, 'deployment_id');
  const isDeploying = stage.value('auto_deploy') !== false && stage.value('auto_deploy') !== null;
  return isDeploying || (deployment !== undefined && deployment !== '');
}
