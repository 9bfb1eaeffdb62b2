import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { appFolder, root, setupFolder } from './paths.mjs'
import { collect, excerpt } from './run.mjs'
import { say, SetupError } from './say.mjs'

const stampFile = join(setupFolder, 'build.json')
const sources = [
  'shared',
  'renderer',
  'electron',
  join('build', 'vite'),
  'package.json',
  'package-lock.json',
]

/**
 * Builds the application into build/out/app when its sources differ from the last build's.
 * @param {string} electron Electron's executable: the build runs on its Node
 */
export async function ensureBuild(electron) {
  const stamp = sourceStamp()
  if (existsSync(join(appFolder, 'package.json')) && readStamp() === stamp) return
  say('build: bundling the window, the hub and the shell')
  const vite = await collect(electron, [join(root, 'build', 'vite', 'build.ts')], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_NO_WARNINGS: '1', NO_COLOR: '1' },
  })
  if (vite.code !== 0)
    throw new SetupError(
      `build: failed; what follows says where.\n${vite.stdout}${vite.stderr}`.trim(),
    )
  const warnings = excerpt(vite)
  if (warnings !== '') say(`build: ${warnings}`)
  mkdirSync(setupFolder, { recursive: true })
  writeFileSync(stampFile, JSON.stringify({ stamp }))
}

/** One hash over the names and contents of all that is bundled; tests and notes are not. */
function sourceStamp() {
  const hash = createHash('sha256')
  for (const file of sources.flatMap(filesUnder).toSorted())
    hash
      .update(`${relative(root, file).split(sep).join('/')}\0`)
      .update(readFileSync(file))
      .update('\0')
  return hash.digest('hex')
}

/** @param {string} path @returns {string[]} */
function filesUnder(path) {
  const full = join(root, path)
  if (!existsSync(full)) return []
  if (path.endsWith('.json')) return [full]
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(md|test\.tsx?)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
}

/** @returns {string | null} */
function readStamp() {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8')).stamp
  } catch {
    return null
  }
}
