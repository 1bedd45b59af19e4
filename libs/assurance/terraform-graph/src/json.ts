/** Any JSON. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object. */
export interface JsonObject {
  readonly [key: string]: Json;
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What is one step down in JSON; of its own keys only. */
export function childOf(json: Json | undefined, step: string | number): Json | undefined {
  if (typeof json !== 'object' || json === null) return undefined;
  return Object.hasOwn(json, step) ? (json as Record<string | number, Json>)[step] : undefined;
}

/** Whether anything in JSON, however deep, is `true`. */
export function hasTrue(flags: Json | undefined): boolean {
  const open: (Json | undefined)[] = [flags];
  for (let flag = open.pop(); open.length > 0 || flag !== undefined; flag = open.pop()) {
    if (flag === true) return true;
    if (typeof flag === 'object' && flag !== null) {
      for (const inner of Object.values(flag)) open.push(inner as Json);
    }
  }
  return false;
}
