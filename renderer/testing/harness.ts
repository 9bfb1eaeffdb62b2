import { RPCHandler } from '@orpc/server/message-port'
import { z } from 'zod'
import { PORT_MESSAGE } from '../live/port.ts'
import { fakeHub } from './fake/fake-hub.ts'
import { stripeState } from '../../shared/domain/payment/stripe-account.ts'
import { seedRows } from './seed/seed.ts'
import { startTraffic } from './traffic.ts'

const asked = new URLSearchParams(location.search)
const rows = seedRows({
  stations: Number(asked.get('stations') ?? 12),
  bookings: Number(asked.get('bookings') ?? 150),
  pairing: asked.has('pairing'),
  limit: !asked.has('nolimit'),
  limited: asked.has('limited'),
  visits: !asked.has('novisits'),
  users: Number(asked.get('users') ?? 0),
  tills: Number(asked.get('tills') ?? 0),
  money: {
    stripe: stripeState.catch('ok').parse(asked.get('stripe')),
    mode: z.enum(['practice', 'test', 'live']).catch('live').parse(asked.get('money')),
    past: Number(asked.get('payments') ?? 60),
  },
  now: Date.now(),
})
const hub = fakeHub(rows)
await import('../main.tsx')

if (!asked.has('never')) connect()
if (!asked.has('still')) startTraffic(hub.store)

/** Hands the window a port to the hub in memory, as the preload does with a real one. */
function connect(): void {
  const { port1, port2 } = new MessageChannel()
  new RPCHandler(hub.router).upgrade(port1)
  port1.start()
  window.postMessage(PORT_MESSAGE, '*', [port2])
  if (asked.has('lost')) loseSoon()
}

/** A browser tells a port of its partner's end only across processes, so the harness says it in its stead. */
function loseSoon(): void {
  const hear = (event: MessageEvent) =>
    setTimeout(() => event.ports[0]?.dispatchEvent(new Event('close')), 3_000)
  window.addEventListener('message', hear, { once: true })
}

Object.assign(globalThis, { harness: { connect, hub } })
