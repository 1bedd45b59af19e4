import type { ResourceGraph } from '@culvert/terraform-graph';

/** The file of what Terraform calls so, by the document's name before the slash when there are several. */
export function filesOf({ documents }: ResourceGraph): (name: string) => string | undefined {
  const [only, ...others] = documents;
  if (others.length === 0) return () => only?.path;
  const byName = new Map(documents.map(({ name, path }) => [name, path]));
  return (name) => {
    for (let end = name.indexOf('/'); end !== -1; end = name.indexOf('/', end + 1)) {
      const path = byName.get(name.slice(0, end));
      if (path !== undefined) return path;
    }
    return undefined;
  };
}
