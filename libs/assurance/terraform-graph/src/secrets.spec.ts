import { inspect } from 'node:util';
import { hclDocument, hclGraph } from '../test/hcl-document';

const CANARY = /canary-/;

describe.each([
  ['modules/plan.json', 'aws_lambda_function.caller', 'environment[0].variables.PASSWORD'],
  ['changes/plan.json', 'aws_ssm_parameter.secret', 'value'],
  ['changes/state.json', 'aws_ssm_parameter.secret', 'value'],
])('a secret in %s', (file, address, path) => {
  const graph = hclGraph(file);
  const resource = graph.at(address);

  it('is there, and marked', () => {
    expect(resource?.value(path)).toMatch(CANARY);
    expect(resource?.isSensitive(path)).toBe(true);
    expect(resource?.isSensitive([])).toBe(true);
    expect(resource?.isSensitive('id')).toBe(false);
  });

  it.each([
    ['the resource', resource],
    ['the graph', graph],
    ['the document', hclDocument(file)],
  ])('is not shown by any print of %s', (_title, thing) => {
    const printed = [
      inspect(thing, { depth: Infinity, showHidden: true, maxStringLength: Infinity }),
      JSON.stringify(thing),
      String(thing),
    ];

    expect(printed.join('\n')).not.toMatch(CANARY);
  });
});

it('marks a value inside of a map, and not its neighbour', () => {
  const variables = 'environment[0].variables';
  const caller = hclGraph('modules/plan.json').at('aws_lambda_function.caller');

  expect(caller?.isSensitive(`${variables}.PLAIN`)).toBe(false);
  expect(caller?.isSensitive(variables)).toBe(true);
});
