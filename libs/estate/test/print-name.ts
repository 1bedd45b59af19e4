import { estateFromEnvironment } from '../src/index';

const [, , directory = ''] = process.argv;
process.stdout.write(estateFromEnvironment({ directory }).tags['name'] ?? '');
