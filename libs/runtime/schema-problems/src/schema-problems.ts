/** One mistake, as ajv reports it; with `allErrors` there may be several. */
export interface SchemaError {
  readonly keyword: string;
  /** JSON pointer to the value. */
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

/**
 * What is wrong with a value, without the value: each mistake by the place that it is at.
 *
 * @see https://ajv.js.org/api.html#validation-errors
 */
export function schemaProblems(errors: readonly SchemaError[] | null | undefined): string {
  const found = (errors ?? [])
    .filter(({ keyword }) => keyword !== 'if')
    .map(({ keyword, instancePath, params, message }) => {
      const place = instancePath === '' ? 'it' : instancePath.slice(1);
      switch (keyword) {
        case 'required':
          return `${nameBelow(instancePath, params['missingProperty'])} is missing`;
        case 'additionalProperties':
          return `${nameBelow(instancePath, params['additionalProperty'])} is not known`;
        case 'false schema':
          return `${place} must be left out`;
        case 'enum':
          return `${place} must be one of ${[params['allowedValues']].flat().join(', ')}`;
        default:
          return `${place} ${message}`;
      }
    });
  return [...new Set(found)].join('; ');
}

function nameBelow(instancePath: string, name: unknown): string {
  return `${instancePath}/${name}`.slice(1);
}
