import type { ReviewedFile } from '@culvert/report';
import { type Mistake, ReviewError } from '../review-error';
import type { SchemaCheck } from './check-schema';
import { readFile } from './read-file';
import { YamlFile } from './yaml-file';

/** A file that fits its schema. */
export interface LoadedYaml<T> {
  readonly value: T;
  readonly yaml: YamlFile;
  readonly reviewed: ReviewedFile;
}

/**
 * Reads a YAML file.
 *
 * @throws {ReviewError} with everything that is wrong in it
 */
export function loadYaml<T>(
  file: string,
  kind: ReviewedFile['kind'],
  schema: SchemaCheck<T>,
): LoadedYaml<T> {
  const { text, sha256 } = readFile(file);
  const yaml = YamlFile.parse(text, file);
  const found: Pick<Mistake, 'path' | 'value' | 'allowed'>[] = [];
  const { value } = yaml;
  if (!schema.accepts(value, found)) throw new ReviewError(found.map((it) => yaml.mistake(it)));
  return { value, yaml, reviewed: { path: file, kind, sha256, incomplete: [] } };
}
