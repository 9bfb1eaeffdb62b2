import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { out, root } from '../setup/paths.mjs'
import { fuseOptions } from './fuses.mjs'

/** Where packages are put. */
export const packageFolder = join(out, 'package')

/**
 * What electron-builder is to make of the built app. All dependencies are bundled already.
 * @param {import('../setup/electron.mjs').ElectronBinary} electron
 * @returns {import('electron-builder').Configuration}
 */
export function builderConfig(electron) {
  return {
    appId: 'org.laddplan.console',
    productName: 'Laddplan',
    copyright: 'MIT licence',
    electronDist: electron.folder,
    electronVersion: electron.version,
    directories: { output: packageFolder, buildResources: join(root, 'build', 'resources') },
    files: ['**/*', '!**/*.map'],
    asar: true,
    npmRebuild: false,
    // Electron's own greeting, which nothing of ours opens.
    afterPack: ({ appOutDir }) =>
      rm(join(appOutDir, 'resources', 'default_app.asar'), { force: true }),
    electronFuses: fuseOptions,
    electronLanguages: ['en', 'en-US', 'sv'],
    linux: {
      target: ['AppImage', 'deb'],
      category: 'Office',
      executableName: 'laddplan',
      maintainer: 'The Laddplan developers',
      synopsis: 'Desk software for EV charging sites',
    },
    win: { target: ['nsis'] },
    mac: { target: ['dmg'], category: 'public.app-category.business', hardenedRuntime: true },
    nsis: { oneClick: false, perMachine: false, deleteAppDataOnUninstall: false },
  }
}
