/** Published as ES modules only. Node.js can require them, jest cannot: it compiles them first. */
const esModules = ['ky', 'jose', 'oauth4webapi'].join('|');

const toCommonJs = [
  '@swc/jest',
  {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  },
];

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  testEnvironmentOptions: {
    customExportConditions: ['@culvert/source', 'node', 'require', 'default'],
  },
  testMatch: ['**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/cdktf.out/'],
  transform: {
    '^.+\\.ts$': toCommonJs,
    [`/node_modules/(${esModules})/.+\\.js$`]: toCommonJs,
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esModules})/)`],
};
