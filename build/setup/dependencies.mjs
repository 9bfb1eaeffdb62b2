import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './paths.mjs'
import { collect, excerpt } from './run.mjs'
import { say, SetupError } from './say.mjs'

/** @typedef {{ version?: string, optional?: boolean, link?: boolean }} LockEntry */
/** @typedef {{ packages?: Record<string, LockEntry> }} LockFile */

/**
 * Installs the packages of the lock file when the ones in node_modules differ from it. Not by
 * `npm ci`, which gives up where a registry lacks a package for some other platform.
 * @returns {Promise<void>}
 */
export async function ensureDependencies() {
  const lock = readJson(join(root, 'package-lock.json'))
  if (lock === null) throw new SetupError('package-lock.json is missing: clone the project anew.')
  if (isInstalled(lock)) return
  say('packages: installing what the lock file names')
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = await collect(...npmCommand(args))
  if (npm.code !== 0)
    throw new SetupError(
      `packages: npm install failed; check that npm reaches its registry and try again.\n${excerpt(npm)}`,
    )
  if (!isInstalled(lock))
    throw new SetupError(
      'packages: what npm installed is not what the lock file names; delete node_modules and try again.',
    )
}

/** @param {LockFile} lock */
function isInstalled(lock) {
  const installed = readJson(join(root, 'node_modules', '.package-lock.json'))
  return installed !== null && installationMatches(lock, installed)
}

/**
 * Whether what npm noted about node_modules is what the lock file asks for. An optional package may
 * be absent: it is for another platform.
 * @param {LockFile} lock package-lock.json
 * @param {LockFile} installed node_modules/.package-lock.json, which npm writes last
 */
export function installationMatches(lock, installed) {
  const wanted = Object.entries(lock.packages ?? {}).filter(([path]) => path !== '')
  const found = installed.packages ?? {}
  const extra = Object.keys(found).filter((path) => lock.packages?.[path] === undefined)
  return (
    extra.length === 0 &&
    wanted.every(([path, entry]) => {
      const there = found[path]
      return there === undefined ? entry.optional === true : there.version === entry.version
    })
  )
}

/**
 * npm through the npm that runs us, if any: on Windows `npm` alone is not an executable.
 * @param {readonly string[]} args
 * @returns {[string, string[]]}
 */
export function npmCommand(args) {
  const cli = process.env['npm_execpath']
  return cli !== undefined && existsSync(cli) && /npm-cli\.c?js$/.test(cli)
    ? [process.execPath, [cli, ...args]]
    : ['npm', [...args]]
}

/** @param {string} file @returns {LockFile | null} */
function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}
