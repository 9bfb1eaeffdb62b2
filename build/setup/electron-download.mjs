import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root, setupFolder } from './paths.mjs'
import { endWithUs } from './run.mjs'

const stalledAfterMs = 20_000

/**
 * Runs the electron package's own download. Gives up when nothing has arrived for 20 seconds: a
 * network that drops packets would otherwise keep it waiting for minutes.
 * @param {string} installScript node_modules/electron/install.js
 * @returns {Promise<string | null>} what went wrong in a few words, or null when the binary is there
 */
export function downloadOfficial(installScript) {
  const arrivals = join(setupFolder, 'electron-download')
  rmSync(arrivals, { recursive: true, force: true })
  mkdirSync(arrivals, { recursive: true })
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [installScript], {
      cwd: root,
      env: { ...process.env, TMPDIR: arrivals, TEMP: arrivals, ELECTRON_GET_NO_PROGRESS: '1' },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    endWithUs(child)
    let stderr = ''
    child.stderr.on('data', (chunk) => (stderr += chunk))
    let arrived = 0
    let since = Date.now()
    let stalled = false
    const watch = setInterval(() => {
      const bytes = bytesIn(arrivals)
      // Once the archive is gone from here it is being unpacked elsewhere: let that end.
      if (bytes < arrived) clearInterval(watch)
      else if (bytes > arrived) [arrived, since] = [bytes, Date.now()]
      else if (Date.now() - since > stalledAfterMs) {
        stalled = true
        child.kill('SIGKILL')
      }
    }, 500)
    child.on('error', (error) => (stderr += error.message))
    child.on('close', (code) => {
      clearInterval(watch)
      rmSync(arrivals, { recursive: true, force: true })
      if (code === 0) resolve(null)
      else resolve(stalled ? 'no answer' : firstReason(stderr))
    })
  })
}

/** @param {string} stderr */
function firstReason(stderr) {
  const cause = /\[cause\]: (?:\w*Error: )?(.+)|code: '(\w+)'/.exec(stderr)
  return cause?.[1] ?? cause?.[2] ?? stderr.trim().split('\n')[0] ?? 'unknown reason'
}

/** @param {string} folder @returns {number} */
function bytesIn(folder) {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
  } catch {
    return 0
  }
}
