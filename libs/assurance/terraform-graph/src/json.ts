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
