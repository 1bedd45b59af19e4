/** No Python interpreter was found, or could be made, that has moto. */
export class PythonNotFoundError extends Error {
  public override readonly name = 'PythonNotFoundError';

  /** @param attempts what was tried and what happened, one line each */
  public constructor(public readonly attempts: readonly string[]) {
    super(
      [
        'no Python interpreter that has moto 5.2 or later with its server; tried',
        ...attempts.map((attempt) => `  - ${attempt}`),
        `install it (pip install 'moto[server]>=5.2'), or install uv, or set CULVERT_PYTHON to an interpreter that has it`,
      ].join('\n'),
    );
  }
}
