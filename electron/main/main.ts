import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { app, Menu } from 'electron'
import { dataFolder } from '../launch/data-folder.ts'
import { prepareDemoFolder } from '../launch/demo-folder.ts'
import { helpText, parseFlags, type Flags } from '../launch/flags.mjs'
import { stripeKeyFromFile } from '../launch/stripe-key-file.ts'
import { declareAppScheme } from './app-protocol.ts'
import { openConsole } from './console.ts'
import { guardPages } from './guard.ts'
import { ownArguments } from './own-arguments.ts'

const parsed = parseFlags(ownArguments(process.argv, app.getAppPath()))
if (!parsed.ok) leave(parsed.message, 2)
else if (parsed.flags.help) {
  process.stdout.write(helpText)
  app.exit(0)
} else if (parsed.flags.verify)
  leave('verify needs no window; it is a command of the hub without one.', 2)
else start(parsed.flags)

/** Everything that must happen before Electron is ready; then the console opens. */
function start(flags: Flags): void {
  const dataDir = dataFolder(
    flags,
    { platform: process.platform, env: process.env, home: homedir() },
    process.cwd(),
  )
  const key = stripeKeyFromFile(process.env, { practice: flags.demo })
  if (!key.ok) return leave(key.message, 2)
  const profile = join(dataDir, 'window')
  try {
    mkdirSync(profile, { recursive: true, mode: 0o700 })
  } catch (error) {
    return leave(`The data folder can't be made: ${String(error)}`, 1)
  }
  // Chromium's own files; the single-instance lock lies there too, so it holds per data folder.
  app.setPath('userData', profile)
  if (!app.requestSingleInstanceLock())
    return leave(`The console is already open on ${dataDir}.`, 1)

  // As root Chromium runs only without its sandbox; enabling it would contradict the switch.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  // Our own menus come with the window; Electron would make its default ones first.
  Menu.setApplicationMenu(null)
  declareAppScheme()
  guardPages()
  const ready = app.whenReady()
  const refused = flags.demo ? prepareDemoFolder(dataDir, flags.wipeDemo) : Promise.resolve(null)
  refused.then(
    async (refusal) => {
      if (refusal !== null) return leave(refusal.message, refusal.exitCode)
      await ready
      openConsole(flags, dataDir, key.secret)
    },
    (error: unknown) => leave(String(error), 1),
  )
}

function leave(message: string, exitCode: number): void {
  process.stderr.write(`laddplan: ${message}\n`)
  app.exit(exitCode)
}
