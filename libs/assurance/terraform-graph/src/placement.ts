import type { GraphSymbol } from './graph-symbol';

/** Where a resource is; a symbol where the document does not say. */
export interface Placement {
  /** Twelve digits. */
  readonly accountId: string | GraphSymbol;
  /** Such as `eu-central-1`. */
  readonly region: string | GraphSymbol;
  /** Such as `aws`. */
  readonly partition: string | GraphSymbol;
}
