import type { Resource, ResourceGraph } from '@culvert/terraform-graph';
import { attribute } from './attribute';
import { companionsOf } from './companions';

export const LOAD_BALANCERS = ['aws_lb', 'aws_alb'];
export const LISTENERS = ['aws_lb_listener', 'aws_alb_listener'];

export function isApplication(balancer: Resource): boolean {
  return attribute(balancer, 'load_balancer_type', 'application') === 'application';
}

export function isNetwork(balancer: Resource): boolean {
  return attribute(balancer, 'load_balancer_type', 'application') === 'network';
}

export function listenersOf(graph: ResourceGraph, balancer: Resource): readonly Resource[] {
  return LISTENERS.flatMap((type) =>
    companionsOf(graph, balancer, type, 'load_balancer_arn').map(({ companion }) => companion),
  );
}
