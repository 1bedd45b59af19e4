import type { Location } from 'sarif';

/** A path as a URI: relative, unless the path is absolute. */
export function uriOf(path: string): string {
  const [first = '', ...others] = path.replaceAll('\\', '/').split('/');
  if (first === '') return `file:///${others.map(encoded).join('/')}`;
  if (/^[a-z]:$/i.test(first)) return `file:///${first}/${others.map(encoded).join('/')}`;
  return [first, ...others].map(encoded).join('/');
}

/** In UTF-8, which has no half characters. */
function encoded(segment: string): string {
  return encodeURIComponent(Buffer.from(segment).toString());
}

/** A resource in a file. Plans have no lines to show, so it is the first. */
export function locationOf(file: string | undefined, resource?: string): Location {
  return {
    ...(file !== undefined && {
      physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: { startLine: 1 } },
    }),
    ...(resource !== undefined && {
      logicalLocations: [{ fullyQualifiedName: resource, kind: 'resource' }],
    }),
  };
}
