import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import * as jsoncParser from 'jsonc-eslint-parser';
import tseslint from 'typescript-eslint';

/** Who may import whom; `docs/architecture.md` draws it. Tests may import `type:testing` anywhere. */
const NO_TERRAFORM = ['cdktf', '@cdktf/*', 'constructs'];
const depConstraints = [
  {
    sourceTag: 'type:construct',
    onlyDependOnLibsWithTags: ['type:construct', 'type:testing'],
    bannedExternalImports: ['ajv', 'yaml'],
  },
  {
    sourceTag: 'type:runtime',
    onlyDependOnLibsWithTags: ['type:runtime', 'type:testing'],
    bannedExternalImports: NO_TERRAFORM,
  },
  {
    sourceTag: 'type:tool',
    onlyDependOnLibsWithTags: ['type:tool', 'type:runtime', 'type:testing'],
    bannedExternalImports: NO_TERRAFORM,
  },
  {
    sourceTag: 'type:estate',
    onlyDependOnLibsWithTags: ['type:testing'],
    bannedExternalImports: NO_TERRAFORM,
  },
  {
    sourceTag: 'type:app',
    onlyDependOnLibsWithTags: ['type:runtime', 'type:testing'],
    bannedExternalImports: NO_TERRAFORM,
  },
  {
    sourceTag: 'type:stack',
    onlyDependOnLibsWithTags: [
      'type:app',
      'type:construct',
      'type:estate',
      'type:runtime',
      'type:testing',
    ],
  },
  { sourceTag: 'type:testing', onlyDependOnLibsWithTags: ['type:testing'] },
];

export default tseslint.config(
  { ignores: ['**/dist', '**/out-tsc', '**/coverage', '**/cdktf.out', '**/src/generated', '.nx'] },
  ...nx.configs['flat/base'],
  ...nx.configs['flat/typescript'],
  {
    files: ['**/*.ts'],
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          allow: [],
          enforceBuildableLibDependency: true,
          banTransitiveDependencies: true,
          depConstraints,
        },
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@cdktf/provider-aws',
              message:
                'the index costs seconds and hundreds of megabytes to load: import @cdktf/provider-aws/lib/<resource>',
            },
          ],
        },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['{libs,stacks,apps}/**/package.json'],
    languageOptions: { parser: jsoncParser },
    rules: {
      '@nx/dependency-checks': [
        'error',
        {
          buildTargets: ['build'],
          ignoredFiles: [
            '{projectRoot}/**/*.spec.ts',
            '{projectRoot}/test/**',
            '{projectRoot}/jest.config.cjs',
            '{projectRoot}/eslint.config.*',
          ],
          useLocalPathsForWorkspaceDependencies: false,
        },
      ],
    },
  },
  prettier,
);
