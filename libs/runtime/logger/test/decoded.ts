/** Every text that someone could read out of `text`: decoded from base64, hex, percent and JSON escapes. */
export function decoded(text: string, depth = 2): readonly string[] {
  if (depth === 0) return [text];
  const readings = [
    ...(text.match(/[\w+/-]{4,}/g) ?? []).flatMap((run) =>
      [0, 1, 2, 3].map((start) => Buffer.from(run.slice(start), 'base64').toString()),
    ),
    ...(text.match(/(?:[\da-f]{2}){2,}/gi) ?? []).map((run) => Buffer.from(run, 'hex').toString()),
    unescapeJson(text),
    unescapePercent(text),
    unescapePercent(text.replaceAll('+', ' ')),
  ];
  const others = readings.filter((reading) => reading !== text);
  return [text, ...others.flatMap((reading) => decoded(reading, depth - 1))];
}

function unescapePercent(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (run) =>
    Buffer.from(run.replaceAll('%', ''), 'hex').toString(),
  );
}

function unescapeJson(text: string): string {
  return text.replace(/\\(?:u[\da-fA-F]{4}|["\\/bfnrt])/g, (escape) =>
    String(JSON.parse(`"${escape}"`)),
  );
}
