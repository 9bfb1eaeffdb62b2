import { readFile } from 'node:fs/promises'

/**
 * Electron's fuses in the order in which they lie in the executable (documented with Electron's fuses
 * tutorial), and what each is in a package of ours. All that would let somebody run other code under
 * the app's name is off.
 * @type {readonly { name: string, on: boolean, option: string | null }[]}
 */
export const fuses = [
  { name: 'RunAsNode', on: false, option: 'runAsNode' },
  { name: 'EnableCookieEncryption', on: true, option: 'enableCookieEncryption' },
  {
    name: 'EnableNodeOptionsEnvironmentVariable',
    on: false,
    option: 'enableNodeOptionsEnvironmentVariable',
  },
  { name: 'EnableNodeCliInspectArguments', on: false, option: 'enableNodeCliInspectArguments' },
  {
    name: 'EnableEmbeddedAsarIntegrityValidation',
    on: true,
    option: 'enableEmbeddedAsarIntegrityValidation',
  },
  { name: 'OnlyLoadAppFromAsar', on: true, option: 'onlyLoadAppFromAsar' },
  {
    name: 'LoadBrowserProcessSpecificV8Snapshot',
    on: false,
    option: 'loadBrowserProcessSpecificV8Snapshot',
  },
  {
    name: 'GrantFileProtocolExtraPrivileges',
    on: false,
    option: 'grantFileProtocolExtraPrivileges',
  },
  // Memory checks of WebAssembly by page faults; electron-builder can't set it and on is its default.
  { name: 'WasmTrapHandlers', on: true, option: null },
]

/** What electron-builder is to set. */
export const fuseOptions = Object.fromEntries(
  fuses.flatMap(({ option, on }) => (option === null ? [] : [[option, on]])),
)

const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const states = new Map([
  [0x30, false],
  [0x31, true],
])

/**
 * The fuses of an executable, in their order; null for one that this Electron has removed.
 * @param {string} executable
 * @returns {Promise<(boolean | null)[]>}
 */
export async function readFuses(executable) {
  return fusesIn(await readFile(executable))
}

/**
 * The wire lies behind its sentinel: a byte for the version, a byte for the length, a byte a fuse.
 * @param {Buffer} binary
 */
export function fusesIn(binary) {
  const at = binary.indexOf(sentinel)
  if (at === -1) throw new Error('this executable has no fuse wire')
  const wire = at + sentinel.length
  const version = binary[wire]
  if (version !== 1) throw new Error(`fuse wire version ${version} is not known here`)
  const length = binary[wire + 1] ?? 0
  return [...binary.subarray(wire + 2, wire + 2 + length)].map((state) => states.get(state) ?? null)
}

/**
 * What is wrong with an executable's fuses. A fuse that nobody has decided about is wrong as well: a
 * newer Electron must not bring an open door along.
 * @param {readonly (boolean | null)[]} found
 * @returns {string[]}
 */
export function fuseProblems(found) {
  const undecided = found
    .slice(fuses.length)
    .map((_, index) => `fuse ${fuses.length + index} is new and undecided`)
  const wrong = fuses.flatMap(({ name, on }, index) => {
    const state = found[index]
    if (state === undefined) return [`${name} is missing in this Electron`]
    return state === null || state === on ? [] : [`${name} is ${state ? 'on' : 'off'}`]
  })
  return [...wrong, ...undecided]
}
