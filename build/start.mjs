/** `npm start`: sets the machine up, builds what changed and opens the console or the hub alone. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { flagArguments, helpText, parseFlags } from '../electron/launch/flags.mjs'
import { openDisplay } from './setup/display.mjs'
import { appFolder } from './setup/paths.mjs'
import { childEnvironment, nodeEnvironment, prepare } from './setup/prepare.mjs'
import { exitOnSignals } from './setup/run.mjs'
import { sandboxProblem } from './setup/sandbox.mjs'
import { runScript, say, SetupError } from './setup/say.mjs'

/** Chromium looks for a desktop's message bus and complains at length where there is none. */
const busNoise = /^\[\d+:[\d/.]+:ERROR:dbus\//

await runScript(async () => {
  const parsed = parseFlags(process.argv.slice(2))
  if (!parsed.ok) {
    say(parsed.message)
    return 2
  }
  const { flags } = parsed
  if (flags.help) {
    process.stdout.write(helpText)
    return 0
  }
  const handOver = exitOnSignals()
  const withWindow = !flags.headless && !flags.verify
  const electron = await prepare({ window: withWindow, build: true })
  if (!withWindow) {
    const args = [join(appFolder, 'cli.js'), ...flagArguments(flags)]
    return run(electron.executable, args, nodeEnvironment(electron), handOver)
  }
  const problem = sandboxProblem(electron.executable)
  if (problem !== null) throw new SetupError(problem)
  const display = await openDisplay()
  if (display.name !== null)
    say(`display: none here, so the window opens on a virtual one (${display.name})`)
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0
  if (asRoot)
    say(
      'running as root: Chromium starts without its sandbox; use an ordinary account for a real site',
    )
  try {
    return await run(
      electron.executable,
      [...(asRoot ? ['--no-sandbox'] : []), appFolder, ...flagArguments(flags)],
      childEnvironment(electron, display.name),
      handOver,
    )
  } finally {
    await display.close()
  }
})

/**
 * Runs the app until it ends. Only the ready line and the outcome of verifying pass to standard output,
 * whatever else the app's libraries print there goes to standard error. SIGTERM and SIGINT are handed
 * on, so that the hub closes its database before this process ends.
 * @param {string} executable
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {() => void} handOver from here on signals are the app's to heed, not ours
 * @returns {Promise<number>} exit code
 */
function run(executable, args, env, handOver) {
  return new Promise((resolve, reject) => {
    // A group of its own: Ctrl-C reaches it through us once, not twice.
    const child = spawn(executable, args, {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    })
    createInterface(child.stdout).on('line', (line) => {
      const isForScripts = /^\{"(ready|outcome)":/.test(line)
      ;(isForScripts ? process.stdout : process.stderr).write(`${line}\n`)
    })
    createInterface(child.stderr).on('line', (line) => {
      if (!busNoise.test(line)) process.stderr.write(`${line}\n`)
    })
    const handOn = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal)
    handOver()
    process.on('SIGTERM', handOn).on('SIGINT', handOn).on('SIGHUP', handOn)
    child.on('error', reject)
    child.on('close', (code) => {
      process.off('SIGTERM', handOn).off('SIGINT', handOn).off('SIGHUP', handOn)
      resolve(code ?? 1)
    })
  })
}
