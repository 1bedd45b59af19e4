import ts from 'typescript';

/** The shape that a type demands, as JSON Schema without words. */
export function shapeOfType(file: string, name: string): object {
  const program = ts.createProgram([file], { strict: true });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  const symbol = module && checker.getExportsOfModule(module).find((each) => each.name === name);
  if (symbol === undefined) throw new Error(`no type ${name} in ${file}`);

  const definitions: Record<string, object> = {};
  const root = objectOf(checker.getDeclaredTypeOfSymbol(symbol));
  return { ...root, $defs: definitions };

  function objectOf(type: ts.Type): object {
    const properties = type.getProperties();
    const required = properties.filter(({ flags }) => (flags & ts.SymbolFlags.Optional) === 0);
    return {
      type: 'object',
      additionalProperties: false,
      required: required.map((property) => property.name),
      properties: Object.fromEntries(
        properties.map((property) => [property.name, shapeOf(checker.getTypeOfSymbol(property))]),
      ),
    };
  }

  function shapeOf(type: ts.Type): object {
    if (type.isUnion()) {
      const types = type.types.filter(({ flags }) => (flags & ts.TypeFlags.Undefined) === 0);
      if (types.every(({ flags }) => flags & ts.TypeFlags.BooleanLiteral)) {
        return { type: 'boolean' };
      }
      const [only, ...others] = types;
      return only !== undefined && others.length === 0
        ? shapeOf(only)
        : { enum: types.map((each) => (each as ts.LiteralType).value) };
    }
    if (type.isLiteral()) return { const: type.value };
    if (type.flags & ts.TypeFlags.String) return { type: 'string' };
    if (checker.isArrayType(type)) {
      const [item] = checker.getTypeArguments(type as ts.TypeReference);
      return { type: 'array', items: item === undefined ? {} : shapeOf(item) };
    }
    if (type.symbol.name === '__type') return objectOf(type);
    definitions[type.symbol.name] ??= objectOf(type);
    return { $ref: `#/$defs/${type.symbol.name}` };
  }
}
