import { fork } from 'node:child_process'
import { homedir } from 'node:os'
import { join } from 'node:path'
import manifest from '../package.json' with { type: 'json' }
import type { HubOptions } from '../shared/process.ts'
import { startHub, type Hub, type HubSurroundings } from './hub/hub.ts'
import { probeStripeKey } from './hub/payment/stripe/probe-key.ts'
import { holdStripeKey } from './hub/payment/stripe-key.ts'
import { dataFolder } from './launch/data-folder.ts'
import { demoArguments } from './launch/demo-arguments.ts'
import { prepareDemoFolder } from './launch/demo-folder.ts'
import { helpText, parseFlags, type Flags } from './launch/flags.mjs'
import { stripeKeyFromFile } from './launch/stripe-key-file.ts'
import { readyLine } from './launch/ready-line.ts'
import { webhookSecretFromFile } from './launch/webhook-secret-file.ts'

/** The hub without a window: same flags, same folders, same ready line. And what needs no hub: `verify`. */
const parsed = parseFlags(process.argv.slice(2))
if (!parsed.ok) leave(parsed.message, 2)
else if (parsed.flags.help) process.stdout.write(helpText)
else if (parsed.flags.verify) void verify(parsed.flags)
else void serve(parsed.flags)

function folderFor(flags: Flags): string {
  const { platform, env } = process
  return dataFolder(flags, { platform, env, home: homedir() }, process.cwd())
}

/** Progress on standard error, the outcome on standard output. */
async function verify(flags: Flags): Promise<void> {
  const { verifyFile } = await import('./hub/ledger/verify-file.ts')
  const cancel = new AbortController()
  const abort = (): void => cancel.abort()
  process.on('SIGTERM', abort).on('SIGINT', abort).on('SIGHUP', abort)
  const say = (sentence: string): unknown => process.stderr.write(`laddplan: ${sentence}\n`)
  const file = join(folderFor(flags), 'site.db')
  const { exitCode, ...outcome } = await verifyFile(file, { say, signal: cancel.signal })
  process.stdout.write(`${JSON.stringify(outcome)}\n`)
  process.exitCode = exitCode
}

async function serve(flags: Flags): Promise<void> {
  const dataDir = folderFor(flags)
  const key = stripeKeyFromFile(process.env, { practice: flags.demo })
  if (!key.ok) return leave(key.message, 2)
  const webhook = webhookSecretFromFile(process.env)
  if (!webhook.ok) return leave(webhook.message, 2)
  if (flags.demo) {
    const refusal = await demoFolder(dataDir, flags.wipeDemo)
    if (refusal !== null) return leave(refusal.message, refusal.exitCode)
  }

  const stripeKey = holdStripeKey(probeStripeKey(null))
  if (key.secret !== null) stripeKey.hold({ state: 'held', key: key.secret })
  const options = {
    dataDir,
    host: flags.host,
    ocppPort: flags.ocppPort,
    apiPort: flags.apiPort,
    appVersion: manifest.version,
    demo: flags.demo,
    newHubSecret: flags.newHubSecret,
  }
  const hub = await open(options, { stripeKey, stripeWebhookSecret: webhook.secret })
  if (hub === null) return
  const ready = {
    ocpp: hub.ocppUrl,
    api: hub.apiUrl,
    tokenFile: hub.tokenFile,
    dataDir: hub.dataDir,
  }
  const demo = flags.demo
    ? fork(join(import.meta.dirname, 'demo.js'), demoArguments(ready, flags.demoSpeed), {
        stdio: ['ignore', 2, 2, 'ipc'],
      })
    : null
  let closing = false
  const end = (): void => {
    if (closing) return
    closing = true
    demo?.kill()
    void hub.close().then(() => process.exit(0))
  }
  process.on('SIGTERM', end).on('SIGINT', end).on('SIGHUP', end)
  process.stdout.write(readyLine(ready))
}

/** Makes the demo depot's folder ready, or says why not. */
async function demoFolder(
  dataDir: string,
  wipe: boolean,
): Promise<{ message: string; exitCode: number } | null> {
  try {
    return await prepareDemoFolder(dataDir, wipe)
  } catch (error) {
    return { message: error instanceof Error ? error.message : String(error), exitCode: 1 }
  }
}

/** The hub, or null when it can't serve: it has said why. */
async function open(options: HubOptions, surroundings: HubSurroundings): Promise<Hub | null> {
  try {
    return await startHub(options, surroundings)
  } catch (error) {
    leave(error instanceof Error ? error.message : String(error), 1)
    return null
  }
}

function leave(message: string, exitCode: number): void {
  process.stderr.write(`laddplan: ${message}\n`)
  process.exitCode = exitCode
}
