import { mistakesOf, temporaryFolder } from '../../test/files';
import { loadDocuments, namesOf } from './load-documents';

describe('loadDocuments', () => {
  const folder = temporaryFolder();

  it('names all files that are no plan or state, with none of their values', () => {
    const wrong = folder.write('wrong.json', '{"password":"canary"}');

    const mistakes = mistakesOf(() => loadDocuments([wrong, 'missing.json']));

    expect(mistakes.map(({ file }) => file)).toEqual([wrong, 'missing.json']);
    expect(JSON.stringify(mistakes)).not.toContain('canary');
  });

  it.each([
    ['their own', ['a/network.json', 'a/orders.json'], ['network', 'orders']],
    ['their folders', ['network/plan.json', 'orders/plan.json'], ['network', 'orders']],
    ['their paths', ['x/a/plan.json', 'y/a/plan.json'], ['x/a/plan', 'y/a/plan']],
  ])('calls documents by %s names', (_title, files, names) => {
    expect(namesOf(files)).toEqual(names);
  });
});
