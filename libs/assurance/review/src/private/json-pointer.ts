/**
 * The JSON Pointer to a child.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6901
 */
export function child(path: string, key: string | number): string {
  return `${path}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** The JSON Pointer to the parent; the root is its own parent. */
export function parent(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
