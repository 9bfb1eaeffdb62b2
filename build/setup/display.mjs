import { spawn } from 'node:child_process'
import { SetupError } from './say.mjs'

/** Whether windows need a virtual display: Linux without X11 or Wayland. */
export function needsVirtualDisplay() {
  return process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']
}

/**
 * @typedef {object} Display
 * @property {string | null} name what DISPLAY is to be; null leaves it as it is
 * @property {() => Promise<void>} close resolves when the display is gone
 */

/**
 * Virtual displays that share nothing, neither a clipboard nor where the keys go: as many as windows are to be open on at
 * once. A machine with a display of its own has that one.
 * @param {number} most
 * @returns {Promise<{ names: string[], close: () => Promise<void> }>} no names where DISPLAY is to be left as it is
 */
export async function openDisplays(most) {
  const wanted = needsVirtualDisplay() ? most : 0
  /** @type {Display[]} */
  const displays = []
  const close = async () => void (await Promise.all(displays.map((display) => display.close())))
  try {
    while (displays.length < wanted) displays.push(await openDisplay())
  } catch (error) {
    await close()
    throw error
  }
  return { names: displays.flatMap(({ name }) => name ?? []), close }
}

/**
 * Starts Xvfb on a display number of its own choosing when this machine has no display.
 * @returns {Promise<Display>}
 */
export function openDisplay() {
  if (!needsVirtualDisplay()) return Promise.resolve({ name: null, close: async () => {} })
  return new Promise((resolve, reject) => {
    // A group of its own: Ctrl-C in the terminal must end the app before its display.
    const server = spawn(
      'Xvfb',
      ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-ac', '-noreset'],
      { stdio: ['ignore', 'ignore', 'pipe', 'pipe'], detached: true },
    )
    const kill = () => server.kill()
    const close = () =>
      new Promise((/** @type {(value: void) => void} */ gone) => {
        if (server.exitCode !== null || server.signalCode !== null) return gone()
        server.once('exit', () => gone())
        server.ref()
        kill()
      })
    let stderr = ''
    server.stderr?.on('data', (chunk) => (stderr += chunk))
    server.on('error', (error) =>
      reject(new SetupError(`display: Xvfb could not start (${error.message})`)),
    )
    server.on('exit', () =>
      reject(new SetupError(`display: Xvfb ended: ${stderr.trim().split('\n').at(-1)}`)),
    )
    let number = ''
    server.stdio[3]?.on('data', (/** @type {Buffer} */ chunk) => {
      number += chunk.toString()
      if (!number.endsWith('\n')) return
      process.once('exit', kill)
      server.removeAllListeners('exit')
      server.unref()
      server.stdio[3]?.destroy()
      server.stderr?.destroy()
      resolve({ name: `:${number.trim()}`, close })
    })
  })
}
