/** A caller, as the stack's output `callers` has it. */
export interface Caller {
  readonly grant: 'private_key_jwt' | 'client_secret' | 'password';
  readonly clientId: string;
  readonly appId: string;
  readonly scopes: readonly string[];
  readonly clientAuthentication?: 'basic' | 'post';
  readonly apiBaseUrl: string;
  readonly functionName: string;
  readonly secretArn: string;
  readonly stateMachineArn: string;
  readonly batchStateMachineArn: string;
  readonly batchBucket: string;
  readonly signingKeyArn?: string;
  readonly accounts?: readonly { readonly userId: string; readonly username: string }[];
}

/** What of the stack's outputs is used. */
export interface Outputs {
  readonly callers: Readonly<Record<string, Caller>>;
  readonly okta: {
    readonly domain: string;
    readonly issuer: string;
    readonly managementClientId: string;
    readonly managementKeyArn: string;
    readonly proxyUrl?: string;
  };
}
