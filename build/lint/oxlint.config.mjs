import { layers, testFiles } from './layers.mjs'

/** Globals that would bring I/O into shared. */
const ioGlobals = [
  'process',
  'Buffer',
  'window',
  'document',
  'localStorage',
  'fetch',
  'setTimeout',
  'setInterval',
]

const config = {
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'promise', 'react', 'jsx-a11y', 'vitest'],
  categories: { correctness: 'error', suspicious: 'error' },
  env: { es2024: true },
  ignorePatterns: ['**/node_modules/**', '**/build/out/**'],
  rules: {
    eqeqeq: 'error',
    'no-var': 'error',
    'prefer-const': 'error',
    'no-unused-vars': [
      'error',
      { argsIgnorePattern: '^_', ignoreRestSiblings: true, varsIgnorePattern: '^_$' },
    ],
    'typescript/no-explicit-any': 'error',
    'typescript/consistent-type-imports': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/no-namespace': 'error',
    'oxc/no-barrel-file': ['error', { threshold: 0 }],
    'import/no-default-export': 'error',
    'import/no-cycle': 'error',
    'import/extensions': ['error', 'ignorePackages'],
    'vitest/no-disabled-tests': 'error',
    'vitest/no-focused-tests': 'error',
    'vitest/expect-expect': [
      'error',
      { assertFunctionNames: ['expect', 'expect*', 'expectTypeOf', 'assert*', 'fc.assert'] },
    ],
    'react/rules-of-hooks': 'error',
    'react/exhaustive-deps': 'error',
    'react/react-in-jsx-scope': 'off',
    'import/no-named-as-default-member': 'off',
    'import/no-unassigned-import': 'off',
    'unicorn/consistent-function-scoping': 'off',
    // A habit of the demo depot's scripts is `{ then: ... }`; nobody awaits it.
    'unicorn/no-thenable': 'off',
    'vitest/no-conditional-expect': 'off',
    'promise/always-return': 'off',
    'promise/valid-params': 'off',
    // Sorting what `map` just made is no surprise to anybody.
    'unicorn/no-array-sort': 'off',
    'unicorn/no-array-reverse': 'off',
    'vitest/no-standalone-expect': 'off',
    'jsx-a11y/prefer-tag-over-role': 'off',
    // A region that scrolls must be reachable by keyboard, a grid's cells take the focus for it.
    'jsx-a11y/no-noninteractive-tabindex': 'off',
    'jsx-a11y/no-noninteractive-element-interactions': 'off',
    'jsx-a11y/interactive-supports-focus': 'off',
    'react/incompatible-library': 'off',
    // A ref that holds the latest callback, and an effect that a counter sets off again, are meant.
    'react/refs': 'off',
    'react/exhaustive-effect-dependencies': 'off',
    // A list that another question is asked about starts empty again.
    'react/set-state-in-effect': 'off',
    // The same matter as exhaustive-deps, said twice.
    'react/memo-dependencies': 'off',
    // A chart takes the parts of its tooltip as functions.
    'react/no-unstable-nested-components': 'off',
    'jsx-a11y/no-static-element-interactions': 'off',
    'jsx-a11y/control-has-associated-label': 'off',
    // Ports and processes have no origin.
    'unicorn/require-post-message-target-origin': 'off',
    // Flags stand in pairs.
    'unicorn/no-useless-spread': 'off',
    // What a person has just opened takes the focus.
    'jsx-a11y/no-autofocus': 'off',
    // What takes hidden characters out has to name them.
    'no-misleading-character-class': 'off',
    'no-control-regex': 'off',
    'no-new': 'off',
    // An AbortSignal changes without an assignment.
    'no-unmodified-loop-condition': 'off',
  },
  overrides: [
    // Tools load these by their default export.
    { files: ['**/*.config.ts', '**/*.config.mjs'], rules: { 'import/no-default-export': 'off' } },
    { files: ['**/e2e/**'], rules: { 'react/rules-of-hooks': 'off' } },
    {
      files: ['**/shared/**'],
      excludeFiles: testFiles,
      rules: { 'no-restricted-globals': ['error', ...ioGlobals] },
    },
    ...layers.map(({ files, walls }) => ({
      files,
      excludeFiles: testFiles,
      rules: { 'no-restricted-imports': ['error', { patterns: walls }] },
    })),
  ],
}

export default config
