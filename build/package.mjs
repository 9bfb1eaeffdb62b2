/**
 * `npm run package`: the app as a folder that runs by itself, made without network.
 * `-- --installers` makes this platform's installers instead (AppImage and deb, nsis or dmg), whose
 * tools electron-builder downloads. `-- --allow-fallback-electron` is for tests.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { builderConfig, packageFolder } from './packaging/builder-config.mjs'
import { fuseProblems, readFuses } from './packaging/fuses.mjs'
import { appFolder } from './setup/paths.mjs'
import { prepare } from './setup/prepare.mjs'
import { runScript, say, SetupError } from './setup/say.mjs'

// On Electron's Node an archive would look like a folder to the tools below.
Object.assign(process, { noAsar: true })

const flags = ['--installers', '--allow-fallback-electron']

await runScript(async () => {
  const args = process.argv.slice(2)
  const unknown = args.find((arg) => !flags.includes(arg))
  if (unknown !== undefined) {
    say(`There is no flag ${unknown}; npm run package -- takes ${flags.join(' and ')}.`)
    return 2
  }
  const electron = await prepare({ window: false, build: true })
  if (electron.kind === 'fallback' && !args.includes('--allow-fallback-electron'))
    throw new SetupError(
      'package: only the official Electron binary is released, and its host is out of reach. Package on a machine that reaches it; --allow-fallback-electron makes a package for a test.',
    )
  const { build } = await import('electron-builder')
  say(`package: Electron ${electron.version}`)
  await build({
    projectDir: appFolder,
    config: builderConfig(electron),
    publish: 'never',
    dir: !args.includes('--installers'),
  })
  const executable = packagedExecutable()
  const problems = fuseProblems(await readFuses(executable))
  if (problems.length > 0)
    throw new SetupError(`package: the fuses are not as decided: ${problems.join('; ')}`)
  say(`package: ${executable}`)
  return 0
})

/** The file that carries the fuses: the executable, on a Mac the framework in it. */
function packagedExecutable() {
  const framework = 'Contents/Frameworks/Electron Framework.framework/Electron Framework'
  const candidates = [
    'linux-unpacked/laddplan',
    'win-unpacked/Laddplan.exe',
    `mac/Laddplan.app/${framework}`,
    `mac-arm64/Laddplan.app/${framework}`,
  ].map((file) => join(packageFolder, file))
  const found = candidates.find((file) => existsSync(file))
  if (found === undefined) throw new SetupError(`package: nothing to run in ${packageFolder}`)
  return found
}
