import { existsSync, readFileSync } from 'node:fs'
import { collect, show } from './run.mjs'
import { say, SetupError } from './say.mjs'

/**
 * Which Debian package carries a library that Electron links to or loads. Debian 13 and Ubuntu
 * 24.04 add `t64` to some names; `installable` picks the one the machine knows.
 * @type {ReadonlyMap<string, string>}
 */
const packageOf = new Map([
  ['libglib-2.0.so.0', 'libglib2.0-0'],
  ['libgobject-2.0.so.0', 'libglib2.0-0'],
  ['libgio-2.0.so.0', 'libglib2.0-0'],
  ['libgmodule-2.0.so.0', 'libglib2.0-0'],
  ['libnspr4.so', 'libnspr4'],
  ['libnss3.so', 'libnss3'],
  ['libnssutil3.so', 'libnss3'],
  ['libsmime3.so', 'libnss3'],
  ['libatk-1.0.so.0', 'libatk1.0-0'],
  ['libatk-bridge-2.0.so.0', 'libatk-bridge2.0-0'],
  ['libatspi.so.0', 'libatspi2.0-0'],
  ['libcups.so.2', 'libcups2'],
  ['libdbus-1.so.3', 'libdbus-1-3'],
  ['libcairo.so.2', 'libcairo2'],
  ['libgtk-3.so.0', 'libgtk-3-0'],
  ['libgdk-3.so.0', 'libgtk-3-0'],
  ['libpango-1.0.so.0', 'libpango-1.0-0'],
  ['libX11.so.6', 'libx11-6'],
  ['libX11-xcb.so.1', 'libx11-xcb1'],
  ['libxcb.so.1', 'libxcb1'],
  ['libXcomposite.so.1', 'libxcomposite1'],
  ['libXdamage.so.1', 'libxdamage1'],
  ['libXext.so.6', 'libxext6'],
  ['libXfixes.so.3', 'libxfixes3'],
  ['libXrandr.so.2', 'libxrandr2'],
  ['libxkbcommon.so.0', 'libxkbcommon0'],
  ['libgbm.so.1', 'libgbm1'],
  ['libdrm.so.2', 'libdrm2'],
  ['libexpat.so.1', 'libexpat1'],
  ['libudev.so.1', 'libudev1'],
  ['libasound.so.2', 'libasound2'],
])

/** What a screenless machine needs on top: a display, and a font to write with. */
const displayTools = [
  { file: '/usr/bin/Xvfb', package: 'xvfb' },
  { file: '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf', package: 'fonts-dejavu-core' },
]

/**
 * Installs the system libraries that Electron misses, and Xvfb with a font where a window is wanted
 * and no display is there. Only Linux needs any.
 * @param {string} executable Electron's
 * @param {{ virtualDisplay: boolean }} needs
 */
export async function ensureLibraries(executable, { virtualDisplay }) {
  if (process.platform !== 'linux') return
  const ldd = await collect('ldd', [executable])
  const missing = missingLibraries(ldd.stdout)
  const unknown = missing.filter((library) => !packageOf.has(library))
  const tools = virtualDisplay ? displayTools.filter(({ file }) => !existsSync(file)) : []
  const names = [
    ...new Set([
      ...missing.flatMap((library) => packageOf.get(library) ?? []),
      ...tools.map((tool) => tool.package),
    ]),
  ]
  if (names.length > 0) await installPackages(names)
  const left = missingLibraries((await collect('ldd', [executable])).stdout)
  if (left.length > 0)
    throw new SetupError(
      `system libraries: Electron still misses ${left.join(', ')}; install the packages that carry ${unknown.length > 0 ? unknown.join(', ') : 'them'}.`,
    )
}

/**
 * The libraries that `ldd` did not find.
 * @param {string} lddOutput
 */
export function missingLibraries(lddOutput) {
  return [
    ...new Set([...lddOutput.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '')),
  ]
}

/**
 * Installs packages of Debian's, as root on Debian and its kin.
 * @param {readonly string[]} names
 * @throws {SetupError} with the line to run by hand elsewhere
 */
export async function installPackages(names) {
  const line = `apt-get install -y --no-install-recommends ${names.join(' ')}`
  if (!isDebian())
    throw new SetupError(
      `system libraries: missing; Debian calls them ${names.join(' ')}. Install what your distribution calls them.`,
    )
  if (process.getuid?.() !== 0)
    throw new SetupError(`system libraries: missing; run this line once: sudo ${line}`)
  say(`system libraries: installing ${names.join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  if ((await installable(names)) === null) {
    const update = await collect('apt-get', ['update', '-qq'], { env, finishes: true })
    if (update.code !== 0) say(`apt-get update: ${update.stderr.trim().split('\n')[0]}`)
  }
  const known = (await installable(names)) ?? names
  const args = ['install', '-y', '-qq', '--no-install-recommends', ...known]
  let apt = await collect('apt-get', args, { env, finishes: true })
  if (apt.code !== 0) {
    // Package lists older than the mirror name versions that are gone.
    await collect('apt-get', ['update', '-qq'], { env, finishes: true })
    apt = await collect('apt-get', args, { env, finishes: true })
  }
  if (apt.code !== 0) {
    await show('sh', ['-c', `printf '%s\\n' "$1" >&2`, 'sh', apt.stderr.trim()])
    throw new SetupError(`system libraries: apt-get failed; make this line succeed: ${line}`)
  }
}

/**
 * The names as this release of Debian or Ubuntu has them.
 * @param {readonly string[]} names
 * @returns {Promise<string[] | null>} null when the package lists know one of them under no name
 */
async function installable(names) {
  const candidates = names.flatMap((name) => [`${name}t64`, name])
  const { stdout } = await collect('apt-cache', ['show', '--no-all-versions', ...candidates])
  return namesKnown(names, stdout)
}

/**
 * Picks from what `apt-cache show` knows; a name with t64 goes before one without.
 * @param {readonly string[]} names
 * @param {string} shown
 * @returns {string[] | null}
 */
export function namesKnown(names, shown) {
  const known = new Set([...shown.matchAll(/^Package: (\S+)$/gm)].map((match) => match[1]))
  const found = names.map((name) => [`${name}t64`, name].find((candidate) => known.has(candidate)))
  return found.every((name) => name !== undefined) ? found : null
}

function isDebian() {
  try {
    return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'))
  } catch {
    return false
  }
}
