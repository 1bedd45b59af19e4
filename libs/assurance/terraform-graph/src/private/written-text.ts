import { SymbolicText } from '@culvert/symbolic';
import type { Resource } from '../resource';
import { isText, type Text, type Value } from '../value';
import type { DocumentIndex } from './document-index';
import type { Path } from './path';
import { templateParts } from './template';

/**
 * The text of an attribute as the configuration has it, with the values of its references.
 *
 * @returns `undefined` when there is no configuration, or it is made by more than references
 */
export function writtenText(
  { module, mode, type, name }: Resource,
  path: Path,
  index: DocumentIndex,
): Value | undefined {
  if (module !== '') return undefined;
  const template = index.document.configuration?.at(mode, type, name, path);
  if (typeof template !== 'string') return undefined;
  const values = templateParts(template)?.map((part) =>
    typeof part === 'string' ? part : valueOf(part.reference, index),
  );
  const [only, ...others] = values ?? [];
  if (others.length === 0) return only;
  const texts = values?.map(asText) ?? [];
  if (texts.some((text) => text === undefined)) return undefined;
  const text = SymbolicText.of(...texts.filter((part) => part !== undefined));
  return text.known ?? text;
}

function valueOf(reference: Path, index: DocumentIndex): Value | undefined {
  const isData = reference[0] === 'data';
  const [type, name, ...path] = isData ? reference.slice(1) : reference;
  const instances = index.find('', `${isData ? 'data.' : ''}${String(type)}.${String(name)}`);
  const single = instances.get(undefined);
  if (single !== undefined) return path.length === 0 ? undefined : single.value(path);
  const [key, ...below] = path;
  return below.length === 0 ? undefined : instances.get(key)?.value(below);
}

function asText(value: Value | undefined): Text | undefined {
  return typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : isText(value)
      ? value
      : undefined;
}
