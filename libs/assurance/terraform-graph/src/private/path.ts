/** The way to a value: names of attributes and keys of maps, positions in lists. */
export type Path = readonly (string | number)[];

const STEP = /\.?(?<name>[^.[\]]+)|\[(?<index>\d+)\]|\["(?<key>(?:[^"\\]|\\.)*)"\]/suy;

/**
 * The steps of `vpc_config[0].subnet_ids`, `aws_subnet.x["a"].id` or `tags.name`; `undefined` when it
 * is written otherwise.
 */
export function parsePath(text: string): Path | undefined {
  if (/^\w+$/.test(text)) return [text];
  const path: (string | number)[] = [];
  STEP.lastIndex = 0;
  while (STEP.lastIndex < text.length) {
    const groups = STEP.exec(text)?.groups;
    if (groups === undefined) return undefined;
    const { name, index, key } = groups;
    if (index !== undefined) path.push(Number(index));
    else if (key !== undefined) path.push(unescape(key));
    else path.push(name ?? '');
  }
  return path;
}

/** The path as Terraform writes it after an address, such as `.vpc_config[0].tags["a b"]`. */
export function formatPath(path: Path): string {
  return path
    .map((step) => {
      if (typeof step === 'number') return `[${step}]`;
      return /^[A-Za-z_][\w-]*$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
    })
    .join('');
}

/** The attribute that a path leads to, without positions: `statement.condition.values`. */
export function attributeOf(path: Path): string {
  return path.filter((step) => typeof step === 'string').join('.');
}

function unescape(key: string): string {
  return key.replaceAll(
    /\\(?<char>.)/gsu,
    (_, char: string) => ({ n: '\n', r: '\r', t: '\t' })[char] ?? char,
  );
}
