import { Worker } from 'node:worker_threads'
import type { Logger } from 'pino'
import type {
  DoorFault,
  DoorState,
  DriverDoorWords,
} from '../../../shared/domain/driver-door/driver-door.ts'
import type { DriverRouter } from '../rpc/driver/caller.ts'
import type { ReceiptReader } from '../rpc/receipt-face.ts'
import type { Store } from '../store/store.ts'
import { threadFile } from '../thread-file.ts'
import { closedDoor } from './door.ts'
import { doorLimits, type DoorLimits } from './limits.ts'
import type { DoorOrder, FromDoor, ToDoor } from './messages.ts'

/** What the door is made of. */
export interface DoorParts {
  readonly store: Pick<Store, 'reads'>
  readonly logger: Pick<Logger, 'info' | 'warn' | 'error'>
  /** That the hub listens on; null for every address. */
  readonly host: string | null
  /** Answers phones. Asked for when the door first opens. */
  readonly router: () => Promise<DriverRouter>
  readonly readReceipt: ReceiptReader
  /** Where the page's files lie; those of the build where it isn't given. */
  readonly pageFolder?: string
  readonly limits?: DoorLimits
}

const FILE = threadFile('driver-door/thread/door-thread.ts', 'door.js')
const PAGE_FOLDER = threadFile('../../build/out/app/driver', 'driver')

/** How much the thread may hold: one that is made to hold more ends, and only it. */
const MOST_MEMORY_MB = 256

/** So many have to be turned away before it is logged, and each time twice as many: a flood fills no log. */
const WORTH_TELLING = 1_000

/** A door as it stands open, or as it failed to open. */
export interface Standing {
  readonly words: DriverDoorWords
  state: Omit<DoorState, 'urls'>
  port: number
  close: () => Promise<void>
}

/** Puts a door up. @param again called after a while, where its thread failed */
export async function stand(
  words: DriverDoorWords,
  parts: DoorParts,
  again: () => void,
): Promise<Standing> {
  const standing = fallen(words, missingOf(words))
  if (standing.state.fault !== null) return standing
  const limits = parts.limits ?? doorLimits
  const host = words.exposure === 'tls' ? null : (parts.host ?? '0.0.0.0')
  const { answerCalls } = await import('./answer-calls.ts')
  const { knownCalls } = await import('./known-calls.ts')
  const order: DoorOrder = {
    ...{ words, host, calls: knownCalls },
    pageFolder: parts.pageFolder ?? PAGE_FOLDER,
    limits,
  }
  const router = await parts.router()
  const resourceLimits = { maxOldGenerationSizeMb: MOST_MEMORY_MB }
  const thread = new Worker(FILE, { name: 'door', workerData: order, resourceLimits })
  const post = (message: ToDoor): void => thread.postMessage(message)
  const answers = answerCalls(router, parts.readReceipt, post, (error) =>
    parts.logger.error({ err: error }, 'a call from a phone failed'),
  )
  const opened = Promise.withResolvers<void>()
  const closed = Promise.withResolvers<void>()
  let timer: NodeJS.Timeout | undefined
  let worthTelling = WORTH_TELLING
  const now = (changed: Partial<Standing['state']>): void => {
    standing.state = { ...standing.state, ...changed }
  }
  thread.on('message', (message: FromDoor) => {
    switch (message.kind) {
      case 'open': {
        const { port, certUntil } = message
        standing.port = port
        now({ state: 'open', listensAt: `${inUrl(host ?? '::')}:${port}`, certUntil })
        return opened.resolve()
      }
      case 'failed':
        now({ fault: message.fault })
        return opened.resolve()
      case 'certificate':
        now({ fault: message.fault, certUntil: message.until })
        if (message.fault === null) parts.logger.info('the door shows another certificate')
        else parts.logger.warn({ fault: message.fault }, 'the door can’t show another certificate')
        return undefined
      case 'counted': {
        const { watched, turnedAway } = message
        if (turnedAway >= worthTelling) parts.logger.warn({ turnedAway }, 'phones were turned away')
        while (worthTelling <= turnedAway) worthTelling *= 2
        return now({ watched, turnedAway })
      }
      case 'closed':
        return closed.resolve()
      default:
        return answers.take(message)
    }
  })
  thread.once('error', (error) => {
    parts.logger.error({ err: error }, 'the door for phones failed')
    standing.state = { ...closedDoor.state(), state: 'failed' }
    timer = setTimeout(again, limits.againMs)
  })
  thread.once('exit', () => {
    answers.close()
    opened.resolve()
    closed.resolve()
  })
  await opened.promise
  if (standing.state.state !== 'open') await thread.terminate()
  standing.close = async () => {
    clearTimeout(timer)
    post({ kind: 'close' })
    await closed.promise
    await thread.terminate()
  }
  return standing
}

/** A door that stands, but shut: how every one begins. */
function fallen(words: DriverDoorWords, fault: DoorFault | null): Standing {
  const state = { ...closedDoor.state(), state: 'failed' as const, fault }
  return { words, state, port: words.port, close: async () => undefined }
}

/** What wasn't said that must be. */
function missingOf({ exposure, publicUrl, trustedProxies }: DriverDoorWords): DoorFault | null {
  if (exposure === 'lan') return null
  if (publicUrl === '') return 'noPublicUrl'
  return exposure === 'proxy' && trustedProxies.length === 0 ? 'noProxy' : null
}

function inUrl(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}
