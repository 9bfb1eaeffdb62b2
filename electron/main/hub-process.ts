import { utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron'
import {
  type ExportPlace,
  isFromHub,
  type FromHub,
  type HubOptions,
  type HubState,
  type ToHub,
} from '../../shared/process.ts'
import type { Ready } from '../launch/ready-line.ts'
import { forwardOutput } from './output.ts'
import { answersPending } from './pending-answers.ts'
import { afterDeath, noDeaths } from './restart-delay.ts'

/** How long a hub that was told to stop may take to close its database, in ms. */
const patienceMs = 5_000
/** How long it may take to remember where may be written, in ms: it is busy when it starts. */
const rememberingMs = 30_000
/** How long it may take to say who is at a window, in ms. */
const lookingUpMs = 30_000
/** How long it may take to ask Stripe about a key, in ms. */
const askingStripeMs = 60_000

type StripeKeyHeld = Extract<ToHub, { type: 'stripeKey' }>['held']
type StripeKeyJudged = Extract<FromHub, { type: 'stripeKeyJudged' }>['judged']

export interface HubListener {
  /** The hub's condition changed: every window is to be told. */
  readonly onState: (state: HubState) => void
  /** A hub has been told to start, for the first time or again: windows need new ports. */
  readonly onStart: () => void
  /** The hub serves, for the first time or after a restart. */
  readonly onReady: (ready: Ready) => void
}

export interface HubProcess {
  readonly state: () => HubState
  /** Whether there is a hub to hand a port to; it serves it as soon as it is ready. */
  readonly takesPorts: () => boolean
  /** Hands the hub one end of a channel whose other end a window has. */
  readonly connect: (port: MessagePortMain, windowId: number) => void
  /** Whether whoever is at a window may change the site. @throws when there is no hub, it dies meanwhile, or it doesn't answer */
  readonly mayConfigure: (windowId: number) => Promise<boolean>
  /** Where phones reach the driver's page now. @throws when there is no hub, it dies meanwhile, or it doesn't answer */
  readonly driverPages: () => Promise<readonly string[]>
  /** Has the hub ask Stripe about a key. @throws when there is no hub, it dies meanwhile, or it doesn't answer */
  readonly judgeStripeKey: (key: string) => Promise<StripeKeyJudged>
  /** Tells the hub that runs now; each that is started later is told what `stripeKey` says then. */
  readonly tellStripeKey: (held: StripeKeyHeld) => void
  /** Lets the hub write there, once. @throws when there is no hub, it dies meanwhile, or it doesn't answer */
  readonly grantExport: (place: ExportPlace) => Promise<void>
  /** Lets the hub open its ports, and each that is started later do so at once. */
  readonly openPorts: () => void
  /** Resolves when the hub has ended; it is not started again. */
  readonly stop: () => Promise<void>
}

/**
 * Keeps the hub running in a utility process: a hub that dies is started again, on the ports it had,
 * so that chargers find it where it was.
 * @param file the bundled hub
 * @param stripeKey how a hub that starts is to stand with the Stripe key
 */
export function keepHubRunning(
  file: string,
  asked: HubOptions,
  stripeKey: () => StripeKeyHeld,
  listener: HubListener,
): HubProcess {
  const judging = answersPending<StripeKeyJudged>(askingStripeMs)
  const granting = answersPending<void>(rememberingMs)
  const lookingUp = answersPending<boolean>(lookingUpMs)
  const askingPages = answersPending<readonly string[]>(lookingUpMs)
  let options = asked
  let state: HubState = { state: 'starting' }
  let deaths = noDeaths
  let child: UtilityProcess | null = null
  let told = false
  let mayOpen = false
  let timer: NodeJS.Timeout | null = null
  let lastFailure: string | null = null
  let stopped = false
  let onExit: () => void = () => {}

  const change = (next: HubState): void => {
    state = next
    listener.onState(next)
  }

  const start = (): void => {
    change({ state: 'starting' })
    let servesSince: number | null = null
    let failed = false
    const hub = utilityProcess.fork(file, [], { serviceName: 'Laddplan hub', stdio: 'pipe' })
    child = hub
    forwardOutput(hub)
    hub.once('spawn', () => {
      send(hub, { type: 'start', options, stripeKey: stripeKey() })
      if (mayOpen) send(hub, { type: 'open' })
      told = true
      listener.onStart()
    })
    hub.on('message', (message: unknown) => {
      if (!isFromHub(message)) return
      if (message.type === 'ready') {
        servesSince = performance.now()
        lastFailure = null
        options = onSamePorts(options, message)
        change({ state: 'ready' })
        listener.onReady(message)
      } else if (message.type === 'failed') {
        failed = true
        // Said once, however often the hub tries again.
        if (message.message !== lastFailure)
          process.stderr.write(`laddplan: hub: ${message.message}\n`)
        lastFailure = message.message
        change({ state: 'failed', code: message.code, message: message.message })
      } else if (message.type === 'stripeKeyJudged') judging.answer(message.id, message.judged)
      else if (message.type === 'exportPlaceKnown') granting.answer(message.id, undefined)
      else if (message.type === 'configureAnswered') lookingUp.answer(message.id, message.may)
      else if (message.type === 'driverPagesTold') askingPages.answer(message.id, message.urls)
    })
    hub.once('exit', (code) => {
      child = null
      told = false
      judging.giveUp()
      granting.giveUp()
      lookingUp.giveUp()
      askingPages.giveUp()
      onExit()
      if (stopped) return
      const servedMs = servesSince === null ? 0 : performance.now() - servesSince
      const next = afterDeath(deaths, servedMs)
      deaths = next.deaths
      if (!failed) {
        process.stderr.write(`laddplan: hub: ended with code ${code}, starting it again\n`)
        change({ state: 'down' })
      }
      timer = setTimeout(start, next.delayMs)
    })
  }

  start()
  return {
    state: () => state,
    takesPorts: () => told,
    connect: (port, windowId) => {
      if (child === null) port.close()
      else send(child, { type: 'desk', windowId }, [port])
    },
    mayConfigure: (windowId) => {
      const hub = told ? child : null
      if (hub === null) return Promise.reject(new Error('There is no hub just now.'))
      return lookingUp.ask((id) => send(hub, { type: 'mayConfigure', id, windowId }))
    },
    driverPages: () => {
      const hub = told ? child : null
      if (hub === null) return Promise.reject(new Error('There is no hub just now.'))
      return askingPages.ask((id) => send(hub, { type: 'driverPages', id }))
    },
    judgeStripeKey: (key) => {
      const hub = told ? child : null
      if (hub === null) return Promise.reject(new Error('There is no hub just now.'))
      return judging.ask((id) => send(hub, { type: 'judgeStripeKey', id, key }))
    },
    tellStripeKey: (held) => {
      if (told && child !== null) send(child, { type: 'stripeKey', held })
    },
    grantExport: (place) => {
      const hub = told ? child : null
      if (hub === null) return Promise.reject(new Error('There is no hub just now.'))
      return granting.ask((id) => send(hub, { type: 'exportPlace', id, ...place }))
    },
    openPorts: () => {
      if (mayOpen) return
      mayOpen = true
      if (told && child !== null) send(child, { type: 'open' })
    },
    stop: () => {
      stopped = true
      if (timer !== null) clearTimeout(timer)
      const hub = child
      if (hub === null) return Promise.resolve()
      return new Promise((resolve) => {
        const late = setTimeout(() => hub.kill(), patienceMs)
        onExit = () => {
          clearTimeout(late)
          resolve()
        }
        send(hub, { type: 'stop' })
      })
    },
  }
}

function send(hub: UtilityProcess, message: ToHub, ports?: MessagePortMain[]): void {
  hub.postMessage(message, ports)
}

/** The same options with the ports that were free the first time. */
function onSamePorts(options: HubOptions, ready: FromHub & { type: 'ready' }): HubOptions {
  return { ...options, ocppPort: portOf(ready.ocpp), apiPort: portOf(ready.api) }
}

/** URL leaves out the scheme's own port: 80 for ws and http. */
function portOf(address: string): number {
  return Number(new URL(address).port || 80)
}
