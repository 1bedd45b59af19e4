/** A process that runs a deployed function, one event at a time. */
export interface ExecutionEnvironment {
  readonly id: string;
  readonly functionName: string;
  readonly functionArn: string;
  /** In the log group of the function. */
  readonly logStream: string;
  readonly alive: boolean;
  /** How many events it was given. */
  readonly invocations: number;
  /** How many calls it made to AWS, by `service:Action`, in the protocols that name the action. */
  readonly calls: Readonly<Record<string, number>>;
}

export async function executionEnvironments(
  endpoint: string,
): Promise<readonly ExecutionEnvironment[]> {
  const response = await fetch(`${endpoint}/_culvert/execution-environments`);
  return (await response.json()) as readonly ExecutionEnvironment[];
}
