import type { Text } from '@culvert/symbolic';
import type { Component, Ref } from './component';

/** A function's own address on the internet. */
export interface FunctionUrl extends Component {
  readonly function: Ref;
  /** `NONE` lets in everybody whom the function's permissions do, `AWS_IAM` only who signs. */
  readonly authorization: Text;
}
