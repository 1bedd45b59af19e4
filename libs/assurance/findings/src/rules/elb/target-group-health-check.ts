import { attributeRule } from '../../private/attribute-rule';

export const targetGroupHealthCheck = attributeRule({
  id: 'target-group-health-check',
  severity: 'medium',
  title: 'a target group checks the health of its targets',
  rationale: 'Without checks, requests go on to targets that are gone.',
  reference:
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html',
  types: ['aws_lb_target_group', 'aws_alb_target_group'],
  applies: (group) => group.value('target_type') !== 'lambda',
  path: 'health_check[0].enabled',
  byDefault: true,
  wanted: true,
  message: 'does not check whether its targets are healthy',
  remedy: 'set enabled = true in health_check',
});
