import validate from 'asl-validator';

/**
 * What an independent validator of the Amazon States Language finds wrong with a definition; nothing
 * when it is valid. The validator writes into what it is given, so it is given a copy.
 *
 * @see https://states-language.net/spec.html
 */
export async function aslProblems(definition: unknown): Promise<string[]> {
  const result = await validate(structuredClone(definition));
  return result.isValid ? [] : result.errorsText('\n').split('\n');
}
