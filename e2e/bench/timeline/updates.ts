import type { Rest } from '../../fixtures/hub-process.ts'
import type { Planned } from './site.ts'

const EVERY_MS = 100
const EACH_TIME = 5

/** Somebody else at another desk: fifty bookings change a second, told to every window. */
export function keepUpdating(
  rest: Rest,
  bookings: readonly Planned[],
): { stop(): Promise<number> } {
  let turn = 0
  let sent = 0
  let stopped = false
  let last: Promise<unknown> = Promise.resolve()
  const timer = setInterval(() => {
    const commands = Array.from({ length: EACH_TIME }, () => {
      // A stride that meets all of them, so that rows all over the grid change.
      const booking = bookings[(turn * 997) % bookings.length]
      turn += 1
      return { kind: 'change', id: booking?.id, patch: { note: `turn ${turn}` } }
    })
    last = rest('POST', '/bookings/apply', { commands }).then(
      () => (sent += commands.length),
      (error: unknown) => {
        if (!stopped) throw error
      },
    )
  }, EVERY_MS)
  return {
    async stop() {
      stopped = true
      clearInterval(timer)
      await last
      return sent
    },
  }
}
