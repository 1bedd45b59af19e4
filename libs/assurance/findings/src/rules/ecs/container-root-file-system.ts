import { containerRule } from '../../private/container-rule';

export const containerRootFileSystem = containerRule({
  id: 'container-root-file-system',
  severity: 'medium',
  title: "a container's root file system is read-only",
  rationale: 'An intruder cannot change or add programs there.',
  reference: 'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-5',
  isBad: (container) => container['readonlyRootFilesystem'] !== true,
  path: 'readonlyRootFilesystem',
  message: 'lets a container write to its root file system',
  remedy: 'set readonlyRootFilesystem = true, and mount a volume where it must write',
});
