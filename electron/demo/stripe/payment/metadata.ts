import type { Stripe } from 'stripe'
import { invalid } from '../http/refused.ts'

type Change = Stripe.Emptyable<Stripe.MetadataParam> | undefined

const MOST_KEYS = 50
const LONGEST_KEY = 40
const LONGEST_VALUE = 500

/**
 * Metadata with a change in it: an empty value takes its key out, an empty change takes all.
 * @throws Refused beyond Stripe's limits (Stripe documentation, "Metadata")
 */
export function mergedMetadata(before: Stripe.Metadata | null, change: Change): Stripe.Metadata {
  if (change === undefined) return { ...before }
  if (change === '' || change === null) return {}
  const after: Stripe.Metadata = { ...before }
  for (const [key, value] of Object.entries(change)) {
    if (key.length > LONGEST_KEY) {
      throw invalid(`Metadata keys cannot be longer than ${LONGEST_KEY} characters.`, {
        param: `metadata[${key}]`,
      })
    }
    const text = String(value ?? '')
    if (text.length > LONGEST_VALUE) {
      throw invalid(
        `Metadata values can have up to ${LONGEST_VALUE} characters, but you passed in a value that is ${text.length} characters. Invalid value: ${text}`,
        {
          param: `metadata[${key}]`,
        },
      )
    }
    if (text === '') delete after[key]
    else after[key] = text
  }
  if (Object.keys(after).length > MOST_KEYS) {
    throw invalid(`Metadata can have at most ${MOST_KEYS} keys.`, { param: 'metadata' })
  }
  return after
}
