import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import { sender, takeBatch, type Batch, type Ordered, type Told } from './batch.ts'
import { localWire } from './local-wire.ts'
import type { Knock, Line, WireLimits } from './wire.ts'

/**
 * The thread that has the sockets. It does what it is told and tells what comes, batch by batch; when the other
 * thread falls far behind, sockets that go on talking aren't read until it has caught up.
 */

/** Characters told and not yet taken in. */
const MOST_AHEAD = 8 * 1024 * 1024

/** How long more is gathered while the hub has not taken in what it was told. */
const BUSY_MS = 1

export type Control =
  | { readonly kind: 'listen'; readonly port: number; readonly host: string | null }
  | { readonly kind: 'close' }
export type ControlAnswer =
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'failed'; readonly name: string; readonly message: string }
  | { readonly kind: 'closed' }

if (parentPort === null) throw new Error('This file runs as a worker thread of the hub.')
serve(parentPort, localWire(workerData as WireLimits))

function serve(port: MessagePort, wire: ReturnType<typeof localWire>): void {
  const knocks = new Map<number, Knock>()
  const lines = new Map<number, Line>()
  /** Lines not read: because the hub says so, or because it is behind. */
  const paused = new Set<number>()
  const held = new Set<number>()
  let count = 0
  let ahead = 0
  const answer = (message: ControlAnswer): void => port.postMessage(message)
  // A turn of the event loop reads every socket that has something; a hub that is busy takes more at once.
  const { say } = sender<Told>(
    (batch) => port.postMessage(batch),
    (flush) => (ahead > 0 ? setTimeout(flush, BUSY_MS) : setImmediate(flush)),
  )

  const knocked = (knock: Knock): void => {
    const id = (count += 1)
    knocks.set(id, knock)
    const { url, address, secure, authorization, subprotocols } = knock
    say('knock', id, { url, address, secure, authorization, subprotocols })
    knock.onGone(() => {
      if (knocks.delete(id)) say('left', id, null)
    })
  }

  const accept = (id: number): void => {
    const line = knocks.get(id)?.accept()
    if (!knocks.delete(id) || line === undefined) return
    lines.set(id, line)
    line.listen({
      text(text) {
        say('text', id, text)
        ahead += text.length
        if (ahead <= MOST_AHEAD || held.has(id)) return
        held.add(id)
        line.pause()
      },
      binary: (bytes) => say('binary', id, bytes),
      heard: () => say('heard', id, null),
      failed: (reason) => say('failed', id, reason),
      overflowed: () => say('overflowed', id, null),
      closed(code) {
        lines.delete(id)
        paused.delete(id)
        held.delete(id)
        say('closed', id, code)
      },
    })
  }

  const taken = (characters: number): void => {
    ahead -= characters
    if (ahead > MOST_AHEAD / 2) return
    for (const id of held) if (!paused.has(id)) lines.get(id)?.resume()
    held.clear()
  }

  const orders = {
    refuse(id: number, status: Ordered['refuse']) {
      const knock = knocks.get(id)
      knocks.delete(id)
      knock?.refuse(status)
    },
    accept,
    send: (id: number, text: string) => lines.get(id)?.send(text),
    ping: (id: number) => lines.get(id)?.ping(),
    close: (id: number, { code, why }: Ordered['close']) => lines.get(id)?.close(code, why),
    terminate: (id: number) => lines.get(id)?.terminate(),
    pause(id: number) {
      paused.add(id)
      lines.get(id)?.pause()
    },
    resume(id: number) {
      paused.delete(id)
      if (!held.has(id)) lines.get(id)?.resume()
    },
    taken: (_: number, characters: number) => taken(characters),
  }

  port.on('message', (message: Batch | Control) => {
    if (Array.isArray(message)) return takeBatch<Ordered>(message, orders)
    if (message.kind === 'listen')
      wire.listen(message.port, message.host, knocked).then(
        (listening) => answer({ kind: 'listening', port: listening }),
        ({ name, message: words }: Error) => answer({ kind: 'failed', name, message: words }),
      )
    else void wire.close().then(() => answer({ kind: 'closed' }))
  })
}
