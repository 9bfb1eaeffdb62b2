import { z } from 'zod'
import type { StripeDouble } from '../double.ts'
import { Refused } from '../http/refused.ts'

const id = z.string()
const fault = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('timeout'), when: z.enum(['before', 'after']) }),
  z.object({ kind: z.literal('reset'), when: z.enum(['before', 'after']) }),
  z.object({ kind: z.literal('error'), when: z.enum(['before', 'after']) }),
  z.object({ kind: z.literal('conflict') }),
  z.object({ kind: z.literal('rate-limit') }),
  z.object({ kind: z.literal('slow'), ms: z.int().nonnegative() }),
  z.object({ kind: z.literal('decline'), code: z.string() }),
])

/** Which request goes wrong; the next one of all where it isn't told. */
const endpoint = z
  .enum([
    'POST /v1/checkout/sessions',
    'POST /v1/payment_intents',
    'POST /v1/payment_intents/:id/capture',
    'POST /v1/refunds',
  ])
  .optional()

/** What may be asked over HTTP, one field each for an argument. */
const asked = z.discriminatedUnion('do', [
  z.object({ do: z.literal('advance'), ms: z.int().nonnegative() }),
  z.object({ do: z.literal('pay-on-page'), sessionId: id, number: z.string() }),
  z.object({ do: z.literal('holder-answers'), intentId: id, says: z.boolean() }),
  z.object({ do: z.literal('present-card'), readerId: id, number: z.string().optional() }),
  z.object({ do: z.literal('cancel-on-reader'), readerId: id }),
  z.object({ do: z.literal('reader-is-offline'), readerId: id, isOffline: z.boolean() }),
  z.object({ do: z.literal('open-dispute'), chargeId: id, reason: z.string().optional() }),
  z.object({ do: z.literal('decide-dispute'), disputeId: id, outcome: z.enum(['won', 'lost']) }),
  z.object({ do: z.literal('fail-refund'), refundId: id, reason: z.string().optional() }),
  z.object({ do: z.literal('decline-next'), code: z.string().nullable() }),
  z.object({ do: z.literal('fault'), fault, endpoint }),
  z.object({ do: z.literal('offline'), isOffline: z.boolean() }),
])
type Asked = z.infer<typeof asked>

/**
 * Carries out what `POST /_double/<what>` asks for in JSON, such as `/_double/advance` with
 * `{"ms":60000}`. There are no rights to it: whoever reaches the double plays the customer and the bank.
 */
export function controlOverHttp(
  double: StripeDouble,
  what: string,
  body: string,
): { status: number; body: string } {
  const read = asked.safeParse({ ...object(body), do: what })
  if (!read.success) return { status: 400, body: JSON.stringify({ error: read.error.message }) }
  try {
    const result = carryOut(double, read.data)
    const { controls } = double
    const told = { result: result ?? null, now: controls.now(), nextDueAt: controls.nextDueAt() }
    return { status: 200, body: JSON.stringify(told) }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { status: error.status, body: JSON.stringify({ error: error.error }) }
  }
}

function carryOut({ controls, faults }: StripeDouble, step: Asked): unknown {
  if (step.do === 'advance') return controls.advance(step.ms)
  if (step.do === 'pay-on-page') return controls.payOnPage(step.sessionId, step.number)
  if (step.do === 'holder-answers') return controls.holderAnswers(step.intentId, step.says)
  if (step.do === 'present-card') return controls.presentCard(step.readerId, step.number)
  if (step.do === 'cancel-on-reader') return controls.cancelOnReader(step.readerId)
  if (step.do === 'reader-is-offline') {
    return controls.readerIsOffline(step.readerId, step.isOffline)
  }
  if (step.do === 'open-dispute') return controls.openDispute(step.chargeId, step.reason)
  if (step.do === 'decide-dispute') return controls.decideDispute(step.disputeId, step.outcome)
  if (step.do === 'fail-refund') return controls.failRefund(step.refundId, step.reason)
  if (step.do === 'decline-next') return controls.declineNext(step.code)
  if (step.do === 'fault') return faults.once(step.fault, step.endpoint)
  return faults.offline(step.isOffline)
}

function object(body: string): object {
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}
