import { isUnknown, SymbolicText, type Text, type Unknown } from '@culvert/symbolic';
import { type GraphSymbol, isSymbol, type ResourceGraph } from '@culvert/terraform-graph';

/** The account of a principal: of an ARN, or twelve digits; `undefined` when it names none. */
export function accountOf(graph: ResourceGraph, principal: Text): string | GraphSymbol | undefined {
  const parts = typeof principal === 'string' ? [principal] : SymbolicText.of(principal).parts;
  const [first = '', second, third = ''] = parts;
  if (typeof first === 'string') {
    const known = /^(?:arn:[\w-]+:iam::)?(?<account>\d{12})(?::|$)/.exec(first)?.groups?.[
      'account'
    ];
    if (known !== undefined) return known;
    const isHole = /^arn:[\w-]+:iam::$/.test(first) && /^:/.test(String(third));
    return isHole && isUnknown(second) ? symbolOf(graph, second) : undefined;
  }
  return symbolOf(graph, first);
}

/** The account that a symbol is, or where what it is of is. */
function symbolOf(graph: ResourceGraph, symbol: Unknown): string | GraphSymbol | undefined {
  const owner = graph.bySymbol(symbol.unknown);
  if (owner !== undefined) return owner.placement.accountId;
  return isSymbol(symbol as GraphSymbol) ? (symbol as GraphSymbol) : undefined;
}
