interface Validator {
  (value: unknown): value is unknown;
  errors?:
    | readonly {
        readonly keyword: string;
        readonly instancePath: string;
        readonly schemaPath: string;
        readonly params: Readonly<Record<string, unknown>>;
        readonly message?: string;
      }[]
    | null;
}

declare const validators: {
  readonly environment: Validator;
  readonly input: Validator;
  readonly 'responses/invoice': Validator;
  readonly 'responses/order': Validator;
  readonly 'responses/shipment': Validator;
};
export = validators;
