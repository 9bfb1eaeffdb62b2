import { hostname } from 'node:os'
import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import { networkOf } from '../../../../shared/domain/driver-door/ip.ts'
import { listen, NoSuchAddress, PortTaken } from '../../listen.ts'
import type { DoorOrder, FromDoor, ToDoor } from '../messages.ts'
import { type Certificate, markOf, readCertificate } from './certificate.ts'
import { openGate } from './gate.ts'
import { hubLink } from './hub-link.ts'
import { readPageFiles } from './page-files.ts'
import { type DoorServer, doorServer } from './serve.ts'

/**
 * The thread in which the door stands. What phones send is read, counted, judged and mostly turned away here; the hub hears
 * only of calls that were let in, and a flood slows down neither it nor its chargers.
 */

if (parentPort === null) throw new Error('This file runs as a worker thread of the hub.')
// Written by `open-door.ts`, which is typed alike. What fails here is the thread's own failure.
void open(parentPort, workerData as DoorOrder)

async function open(toHub: MessagePort, order: DoorOrder): Promise<void> {
  const { words, limits } = order
  const post = (message: FromDoor): void => toHub.postMessage(message)
  const mark = markOf(words)
  const certificate = words.exposure === 'tls' ? readCertificate(words, Date.now()) : null
  if (certificate !== null && 'fault' in certificate)
    return post({ kind: 'failed', fault: certificate.fault })
  const trusted =
    words.exposure === 'proxy'
      ? words.trustedProxies.map(networkOf).filter((network) => network !== null)
      : []
  const gate = openGate(limits, trusted, () => performance.now())
  const link = hubLink(post, limits.answerMs)
  const law = { words, trusted, hostname: hostname(), urlBytes: limits.urlBytes }
  const calls = new Map(order.calls.map((call) => [`${call.method} ${call.path}`, call]))
  const page = readPageFiles(order.pageFolder)
  const parts = { ...{ slug: words.slug, page, link, gate, law, limits, calls } }
  const door = doorServer(parts, limits, certificate)
  try {
    const listening = await listen(door.server, words.port, order.host, 'the port')
    post({ kind: 'open', port: listening, certUntil: certificate?.until ?? null })
  } catch (error) {
    if (error instanceof PortTaken) return post({ kind: 'failed', fault: 'portTaken' })
    if (error instanceof NoSuchAddress) return post({ kind: 'failed', fault: 'noSuchAddress' })
    throw error
  }
  const timers = [
    tellCounts(gate, limits.countMs, post),
    ...(certificate === null ? [] : [followCertificate(door, order, { certificate, mark }, post)]),
  ]
  toHub.on('message', (message: ToDoor) => {
    if (message.kind !== 'close') return link.take(message)
    for (const timer of timers) clearInterval(timer)
    door.server.close(() => post({ kind: 'closed' }))
    door.server.closeAllConnections()
  })
}

function tellCounts(
  gate: { readonly watched: number; readonly turnedAway: number },
  everyMs: number,
  post: (message: FromDoor) => void,
): NodeJS.Timeout {
  let told = ''
  return setInterval(() => {
    const { watched, turnedAway } = gate
    const now = `${watched} ${turnedAway}`
    if (now !== told) post({ kind: 'counted', watched, turnedAway })
    told = now
  }, everyMs)
}

/**
 * Shows a certificate as soon as it is renewed. One that isn't fit is not shown: the last one goes on, and it is said what is
 * the matter. Its files may change one after the other, so what is amiss is looked at again and again.
 */
function followCertificate(
  door: DoorServer,
  { words, limits }: DoorOrder,
  first: { readonly certificate: Certificate; readonly mark: string },
  post: (message: FromDoor) => void,
): NodeJS.Timeout {
  let { certificate: shown, mark } = first
  let fault: string | null = null
  return setInterval(() => {
    const now = Date.now()
    const seen = markOf(words)
    const isDue = shown.until <= now
    if (seen === mark && fault === null && !isDue) return
    mark = seen
    const read = readCertificate(words, now)
    const before = fault
    fault = 'fault' in read ? read.fault : null
    if (!('fault' in read)) {
      shown = read
      door.showCertificate(read)
    }
    if (fault !== before || fault === null)
      post({ kind: 'certificate', fault: 'fault' in read ? read.fault : null, until: shown.until })
  }, limits.certificateMs)
}
