import { connectChargePoint } from '../fixtures/charge-point.ts'
import type { CallHandler, ChargePoint } from '../fixtures/charge-point.ts'
import { connectThirdParty } from '../fixtures/third-party.ts'

/** What a charger has to say: `kept` until it is answered, however long the line is down. */
export type Message = {
  action: string
  /** Written out when it is sent, as the transaction's number may not be known before. */
  payload: () => object
  kept: boolean
  answered?: (payload: unknown) => void
}

/** A charger's line: one CALL at a time in their order, the kept ones over outages too. */
export type Line = {
  open: () => Promise<void>
  close: () => Promise<void>
  say: (message: Message) => void
  /** How many messages wait to be answered. */
  waiting: () => number
}

export type LineOptions = {
  ocpp: string
  chargePointId: string
  password: string
  thirdParty: boolean
  handlers: Record<string, CallHandler>
  failed: (message: Message, error: unknown) => void
}

/** A line that is not open yet. */
export function lineOf(options: LineOptions): Line {
  const { ocpp, chargePointId, password, thirdParty, handlers, failed } = options
  let chargePoint: ChargePoint | null = null
  let queue: Message[] = []
  let sending = false

  async function pump(): Promise<void> {
    if (sending) return
    sending = true
    for (;;) {
      const [next] = queue
      const on = chargePoint
      if (next === undefined || on === null) break
      try {
        const answer = await on.call(next.action, next.payload())
        queue.shift()
        next.answered?.(answer)
      } catch (error) {
        // What was under way when the line was cut is sent again, if it is of those that are kept.
        if (chargePoint === on || !next.kept) queue.shift()
        if (chargePoint === on) failed(next, error)
      }
    }
    sending = false
  }

  return {
    open: async () => {
      const who = { ocpp, chargePointId, password }
      const opened = thirdParty ? await connectThirdParty(who) : await connectChargePoint(who)
      for (const [action, handler] of Object.entries(handlers)) opened.onCall(action, handler)
      chargePoint = opened
      void pump()
    },
    close: async () => {
      const closing = chargePoint
      chargePoint = null
      queue = queue.filter(({ kept }) => kept)
      await closing?.close()
    },
    say: (message) => {
      if (chargePoint === null && !message.kept) return
      queue.push(message)
      void pump()
    },
    waiting: () => (chargePoint === null ? 0 : queue.length),
  }
}
