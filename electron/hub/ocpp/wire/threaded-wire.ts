import { Worker } from 'node:worker_threads'
import { threadFile } from '../../thread-file.ts'
import { NoSuchAddress, PortTaken } from '../../listen.ts'
import { sender, takeBatch, type Batch, type Ordered, type Told } from './batch.ts'
import type { Control, ControlAnswer } from './wire-thread.ts'
import {
  ABNORMAL_CLOSURE,
  type Knock,
  type KnockRequest,
  type Line,
  type LineListener,
  type Wire,
  type WireLimits,
} from './wire.ts'

const FILE = threadFile('ocpp/wire/wire-thread.ts', 'wire.js')

/** Errors come over from the other thread as their names. */
const PORT_ERRORS: ReadonlyMap<string, new (message: string) => Error> = new Map([
  ['PortTaken', PortTaken],
  ['NoSuchAddress', NoSuchAddress],
])

/**
 * A wire whose sockets live in a thread of their own. A thread that fails takes the hub with it, as a failure of
 * the hub's own would: whoever keeps the hub running starts it again.
 */
export function threadedWire(limits: WireLimits): Wire {
  const thread = new Worker(FILE, { workerData: limits, name: 'wire' })
  thread.on('error', (error) => {
    throw error
  })
  const knocks = new Map<number, RemoteKnock>()
  const lines = new Map<number, RemoteLine>()
  // After all replies of a commit: they are sent in microtasks, and what is due next comes after those.
  const orders = sender<Ordered>((batch) => thread.postMessage(batch), process.nextTick)
  let onKnock: (knock: Knock) => void = () => undefined
  let answered: (answer: ControlAnswer) => void = () => undefined
  let characters = 0

  const closed = (id: number, code: number): void => {
    const line = lines.get(id)
    lines.delete(id)
    line?.hasClosed(code)
  }

  const told = {
    knock(id: number, request: KnockRequest) {
      const knock = new RemoteKnock(id, request, orders, (line) => {
        knocks.delete(id)
        if (line === null) return
        lines.set(id, line)
        if (knock.gone) queueMicrotask(() => closed(id, ABNORMAL_CLOSURE))
      })
      knocks.set(id, knock)
      onKnock(knock)
    },
    left(id: number) {
      knocks.get(id)?.leave()
      knocks.delete(id)
      // It left just before it was accepted.
      closed(id, ABNORMAL_CLOSURE)
    },
    text(id: number, text: string) {
      characters += text.length
      lines.get(id)?.listener?.text(text)
    },
    binary: (id: number, bytes: number) => lines.get(id)?.listener?.binary(bytes),
    heard: (id: number) => lines.get(id)?.listener?.heard(),
    failed: (id: number, reason: Told['failed']) => lines.get(id)?.listener?.failed(reason),
    overflowed: (id: number) => lines.get(id)?.listener?.overflowed(),
    closed,
  }

  thread.on('message', (message: Batch | ControlAnswer) => {
    if (!Array.isArray(message)) return answered(message)
    takeBatch<Told>(message, told)
    if (characters > 0) orders.say('taken', 0, characters)
    characters = 0
  })

  const ask = (control: Control): Promise<ControlAnswer> =>
    new Promise((resolve) => {
      answered = resolve
      thread.postMessage(control)
    })

  return {
    async listen(port, host, callback) {
      onKnock = callback
      const answer = await ask({ kind: 'listen', port, host })
      if (answer.kind === 'listening') return answer.port
      const { name, message } =
        answer.kind === 'failed' ? answer : { name: '', message: 'it was closed' }
      throw new (PORT_ERRORS.get(name) ?? Error)(message)
    },
    async close() {
      await ask({ kind: 'close' })
      await thread.terminate()
    },
  }
}

type Orders = ReturnType<typeof sender<Ordered>>

/** An upgrade that waits in the other thread. */
class RemoteKnock implements Knock {
  readonly url: string
  readonly address: string
  readonly secure: boolean
  readonly authorization: string | undefined
  readonly subprotocols: string | undefined
  gone = false
  readonly #id: number
  readonly #orders: Orders
  readonly #answered: (line: RemoteLine | null) => void
  readonly #onGone: (() => void)[] = []

  constructor(
    id: number,
    request: KnockRequest,
    orders: Orders,
    answered: (line: RemoteLine | null) => void,
  ) {
    this.url = request.url
    this.address = request.address
    this.secure = request.secure
    this.authorization = request.authorization
    this.subprotocols = request.subprotocols
    this.#id = id
    this.#orders = orders
    this.#answered = answered
  }

  onGone(callback: () => void): void {
    this.#onGone.push(callback)
  }

  leave(): void {
    this.gone = true
    for (const callback of this.#onGone) callback()
  }

  refuse(status: Ordered['refuse']): void {
    this.#orders.say('refuse', this.#id, status)
    this.#answered(null)
  }

  accept(): Line {
    this.#orders.say('accept', this.#id, null)
    const line = new RemoteLine(this.#id, this.#orders)
    this.#answered(line)
    return line
  }
}

/** A socket of the other thread. */
class RemoteLine implements Line {
  open = true
  listener: LineListener | null = null
  readonly #id: number
  readonly #orders: Orders

  constructor(id: number, orders: Orders) {
    this.#id = id
    this.#orders = orders
  }

  listen(listener: LineListener): void {
    this.listener = listener
  }

  hasClosed(code: number): void {
    this.open = false
    this.listener?.closed(code)
  }

  send(text: string): void {
    if (this.open) this.#orders.say('send', this.#id, text)
  }

  ping(): void {
    if (this.open) this.#orders.say('ping', this.#id, null)
  }

  close(code: number, why: string): void {
    this.open = false
    this.#orders.say('close', this.#id, { code, why })
  }

  terminate(): void {
    this.open = false
    this.#orders.say('terminate', this.#id, null)
  }

  pause(): void {
    this.#orders.say('pause', this.#id, null)
  }

  resume(): void {
    this.#orders.say('resume', this.#id, null)
  }
}
