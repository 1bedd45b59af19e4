import validate from 'asl-validator';

/**
 * What an independent validator of the Amazon States Language finds wrong with a definition; nothing
 * when it is valid.
 *
 * @see https://states-language.net/spec.html
 */
export async function aslProblems(definition: unknown): Promise<string[]> {
  const result = await validate(definition);
  return result.isValid ? [] : result.errorsText('\n').split('\n');
}
