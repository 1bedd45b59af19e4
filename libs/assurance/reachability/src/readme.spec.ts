import { join } from 'node:path';
import { readmeTypeErrors } from '@culvert/testing';

it('has a README whose example compiles', () => {
  expect(readmeTypeErrors(join(__dirname, '..', 'README.md'))).toEqual([]);
});
