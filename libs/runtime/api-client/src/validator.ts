/**
 * Says whether a body is what was agreed, and what is wrong with it: a function as ajv compiles it,
 * ahead of time or not.
 *
 * @see https://ajv.js.org/standalone.html
 */
export interface Validator<Body> {
  (body: unknown): body is Body;
  errors?: readonly { readonly schemaPath: string; readonly message?: string }[] | null;
}
