import { join } from 'node:path';
import { readmeTypeErrors } from './index';

it('has a README whose example compiles', () => {
  expect(readmeTypeErrors(join(__dirname, '..', 'README.md'))).toEqual([]);
});
