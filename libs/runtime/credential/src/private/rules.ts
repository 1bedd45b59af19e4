/** What is wrong with a value; the value itself is a secret and never part of it. */
export type Rule = (value: unknown, name: string) => readonly string[];

export const text: Rule = (value, name) =>
  typeof value === 'string' && value !== '' ? [] : [`${name} must be a text that is not empty`];

export const oneOf =
  (...allowed: readonly string[]): Rule =>
  (value, name) =>
    allowed.some((each) => each === value) ? [] : [`${name} must be ${allowed.join(' or ')}`];

export const optional =
  (rule: Rule): Rule =>
  (value, name) =>
    value === undefined ? [] : rule(value, name);

export const object =
  (fields: Readonly<Record<string, Rule>>): Rule =>
  (value, name) =>
    isObject(value)
      ? Object.entries(fields).flatMap(([field, rule]) => rule(value[field], child(name, field)))
      : [`${name === '' ? 'it' : name} must be an object`];

function child(name: string, field: string): string {
  return name === '' ? field : `${name}.${field}`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
