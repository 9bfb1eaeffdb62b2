import { ensureBuild } from './build.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { needsVirtualDisplay } from './display.mjs'
import { ensureElectron } from './electron.mjs'
import { ensureLibraries } from './libraries.mjs'

/**
 * Everything a machine with only Node and npm lacks before the app, its tests or its benchmarks can
 * run. Each step does nothing when it is done already.
 * @param {{ window: boolean, build: boolean }} needs whether a window will be opened, and whether
 *   the application is to be built
 */
export async function prepare({ window, build }) {
  await ensureDependencies()
  const electron = await ensureElectron()
  await ensureLibraries(electron.executable, { virtualDisplay: window && needsVirtualDisplay() })
  if (build) await ensureBuild(electron.executable)
  return electron
}

/**
 * The environment in which Electron's executable is a plain Node.
 * @param {import('./electron.mjs').ElectronBinary} electron
 * @param {Record<string, string>} [more]
 */
export function nodeEnvironment(electron, more = {}) {
  return {
    ...childEnvironment(electron),
    ELECTRON_RUN_AS_NODE: '1',
    NODE_NO_WARNINGS: '1',
    ...more,
  }
}

/**
 * The environment for children that open windows.
 * @param {import('./electron.mjs').ElectronBinary} electron
 * @param {string | null} [display] what DISPLAY is to be
 * @returns {NodeJS.ProcessEnv}
 */
export function childEnvironment(electron, display = null) {
  /** @type {NodeJS.ProcessEnv} */
  const env = {
    ...process.env,
    ELECTRON_BIN: electron.executable,
    ELECTRON_OVERRIDE_DIST_PATH: electron.folder,
    ...(display === null ? {} : { DISPLAY: display }),
  }
  delete env['ELECTRON_RUN_AS_NODE']
  return env
}
