import { join } from 'node:path'
import { root } from './setup/paths.mjs'
import { collect } from './setup/run.mjs'
import { say } from './setup/say.mjs'

const rooms = ['build', 'e2e', 'electron', 'renderer', 'shared']

/** @typedef {{ name: string, script: string, args: string[] }} Check a tool and what it is asked */

/** @type {Check[]} */
export const checks = [
  { name: 'types', script: 'typescript/bin/tsc', args: ['-b'] },
  {
    name: 'lint',
    script: 'oxlint/bin/oxlint',
    args: ['-c', 'build/lint/oxlint.config.mjs', '--deny-warnings', ...rooms],
  },
  {
    name: 'format',
    script: 'oxfmt/bin/oxfmt',
    args: ['-c', 'build/lint/oxfmt.json', '--check', ...rooms, 'package.json', 'tsconfig.json'],
  },
  {
    name: 'unused code',
    script: 'knip/bin/knip.js',
    args: ['--config', 'build/lint/knip.json', '--no-progress'],
  },
]

/**
 * Runs every check and shows what the failing ones say.
 * @returns {Promise<number>} how many failed
 */
export async function runChecks() {
  let failed = 0
  for (const { name, script, args } of checks) {
    const outcome = await collect(process.execPath, [join(root, 'node_modules', script), ...args])
    if (outcome.code === 0) {
      say(`${name}: ok`)
      continue
    }
    failed += 1
    process.stderr.write(`${outcome.stdout}${outcome.stderr}`)
    say(`${name}: failed; run \`npm run check\` again when what is named above is mended`)
  }
  return failed
}
