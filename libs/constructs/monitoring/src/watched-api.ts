/** A REST API and its stage, as CloudWatch knows them. */
export interface WatchedApi {
  readonly name: string;
  readonly stage: { readonly stageName: string };
}
