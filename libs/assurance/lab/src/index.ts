export {
  type EmbeddedTerraform,
  type EmbeddedTerraformOptions,
  withEmbeddedTerraform,
} from './embedded-terraform';
export { CannotRunError } from './errors';
export { type LabOptions, runLab } from './lab';
export type { Progress } from './progress';
export type {
  KeptStack,
  LabError,
  LabReport,
  StackFacts,
  StackReport,
  StepReport,
  Versions,
} from './report';
export type { AccountCount } from './terraform/plan';
export { type ReviewFiles, reviewFilesOf } from './steps/review';
