import { attributeRule } from '../../private/attribute-rule';

export const servicePublicIp = attributeRule({
  id: 'service-public-ip',
  severity: 'high',
  title: 'tasks have no public address',
  rationale: 'With one a task is a security group away from the internet.',
  reference: 'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-2',
  types: ['aws_ecs_service'],
  path: 'network_configuration[0].assign_public_ip',
  byDefault: false,
  wanted: (assigned) => assigned !== true,
  message: 'gives its tasks public addresses',
  remedy: 'set assign_public_ip = false',
});
