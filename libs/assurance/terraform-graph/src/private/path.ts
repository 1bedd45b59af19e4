/** The way to a value: names of attributes and keys of maps, positions in lists. */
export type Path = readonly (string | number)[];

const STEP = /\.?(?<name>[^.[\]]+)|\[(?<index>\d+)\]|\["(?<key>(?:[^"\\]|\\.)*)"\]/suy;

/**
 * The steps of `vpc_config[0].subnet_ids`, `aws_subnet.x["a"].id` or `tags.name`; `undefined` when it
 * is written otherwise.
 */
export function parsePath(text: string): Path | undefined {
  if (!parsed.has(text)) {
    if (parsed.size === MAXIMUM_PARSED) parsed.clear();
    parsed.set(text, stepsIn(text));
  }
  return parsed.get(text);
}

/** The same few paths are asked for again and again. */
const parsed = new Map<string, Path | undefined>();
const MAXIMUM_PARSED = 10_000;

function stepsIn(text: string): Path | undefined {
  if (/^\w+$/.test(text)) return [text];
  const path: (string | number)[] = [];
  STEP.lastIndex = 0;
  while (STEP.lastIndex < text.length) {
    const groups = STEP.exec(text)?.groups;
    if (groups === undefined) return undefined;
    const { name, index, key } = groups;
    if (index !== undefined) path.push(Number(index));
    else if (key !== undefined) path.push(unquoted(key));
    else path.push(name ?? '');
  }
  return path;
}

/** The path as Terraform writes it after an address, such as `.vpc_config[0].tags["a b"]`. */
export function formatPath(path: Path): string {
  const [first] = path;
  return path.length === 1 && first !== undefined
    ? formatStep(first)
    : path.map(formatStep).join('');
}

function formatStep(step: string | number): string {
  const known = formatted.get(step);
  if (known !== undefined) return known;
  const text = written(step);
  if (formatted.size === MAXIMUM_PARSED) formatted.clear();
  formatted.set(step, text);
  return text;
}

const formatted = new Map<string | number, string>();

function written(step: string | number): string {
  if (typeof step === 'number') return `[${step}]`;
  return /^[A-Za-z_][\w-]*$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
}

/** The attribute that a path leads to, without positions: `statement.condition.values`. */
export function attributeOf(path: Path): string {
  const [first] = path;
  if (path.length === 1 && typeof first === 'string') return first;
  return path.filter((step) => typeof step === 'string').join('.');
}

/** The text of a key as Terraform quotes it. */
export function unquoted(quoted: string): string {
  return quoted
    .replaceAll(
      /\\(?:u(?<short>[0-9a-fA-F]{4})|U(?<long>[0-9a-fA-F]{8})|(?<char>.))/gsu,
      (...match) => {
        const { short, long, char = '' } = match.at(-1) as Record<string, string | undefined>;
        const code = short ?? long;
        if (code !== undefined)
          return String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10_ffff));
        return { n: '\n', r: '\r', t: '\t' }[char] ?? char;
      },
    )
    .replaceAll(/(?<sign>[$%])\k<sign>\{/g, '$<sign>{');
}
