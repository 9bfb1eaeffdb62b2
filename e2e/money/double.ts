import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { PRACTICE_KEY } from '../../electron/demo/practice.ts'
import type { ReadyLine } from '../app.ts'

const list = z.object({ data: z.array(z.unknown()) })
const told = z.object({ result: z.unknown(), now: z.int() })

/** What people and banks do at the practice site's stand-in for Stripe; ids are Stripe's. */
export interface Double {
  /** Where it serves: its pages for payers begin here. */
  readonly url: string
  cancelOnReader(readerId: string): Promise<void>
  /** Somebody pays on a page, without looking at it. */
  payOnPage(payUrl: string, number: string): Promise<void>
  presentCard(readerId: string, number: string): Promise<void>
  /** Somebody says yes or no in Swish, or at their bank. */
  holderAnswers(intentId: string, says: boolean): Promise<void>
  readerIsOffline(readerId: string, isOffline: boolean): Promise<void>
  openDispute(chargeId: string): Promise<void>
  failRefund(refundId: string): Promise<void>
  /** Moves Stripe's clock on, ms. The hub's goes on as it was. */
  advance(ms: number): Promise<void>
  /** Takes the line to Stripe away or gives it back. */
  offline(isOffline: boolean): Promise<void>
  /** What becomes of the next request to an endpoint, such as `POST /v1/refunds`. */
  fault(endpoint: string, fault: object): Promise<void>
  /** How many pages to pay on were ever made. */
  pages(): Promise<number>
}

/** The stand-in of a practice site that serves. */
export function doubleOf({ dataDir }: ReadyLine): Double {
  const port = readFileSync(join(dataDir, 'practice-stripe', 'port'), 'utf8')
  const url = `http://127.0.0.1:${port}`
  const play = async (what: string, body: object): Promise<void> => {
    const response = await fetch(`${url}/_double/${what}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${what}: ${await response.text()}`)
    told.parse(await response.json())
  }
  return {
    url,
    cancelOnReader: (readerId) => play('cancel-on-reader', { readerId }),
    payOnPage: (payUrl, number) =>
      play('pay-on-page', { sessionId: payUrl.slice(payUrl.lastIndexOf('/') + 1), number }),
    presentCard: (readerId, number) => play('present-card', { readerId, number }),
    holderAnswers: (intentId, says) => play('holder-answers', { intentId, says }),
    readerIsOffline: (readerId, isOffline) => play('reader-is-offline', { readerId, isOffline }),
    openDispute: (chargeId) => play('open-dispute', { chargeId }),
    failRefund: (refundId) => play('fail-refund', { refundId }),
    advance: (ms) => play('advance', { ms }),
    offline: (isOffline) => play('offline', { isOffline }),
    fault: (endpoint, fault) => play('fault', { endpoint, fault }),
    async pages() {
      const response = await fetch(`${url}/v1/checkout/sessions?limit=100`, {
        headers: { authorization: `Bearer ${PRACTICE_KEY}` },
      })
      return list.parse(await response.json()).data.length
    },
  }
}
