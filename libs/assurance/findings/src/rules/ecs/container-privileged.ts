import { containerRule } from '../../private/container-rule';

export const containerPrivileged = containerRule({
  id: 'container-privileged',
  severity: 'high',
  title: 'no container is privileged',
  rationale: 'A privileged container has the rights of root on its host.',
  reference: 'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-4',
  isBad: (container) => container['privileged'] === true,
  path: 'privileged',
  message: 'runs a privileged container',
  remedy: 'remove privileged',
});
