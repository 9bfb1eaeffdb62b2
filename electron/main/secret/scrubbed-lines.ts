import { StringDecoder } from 'node:string_decoder'
import { withoutStripeKeys } from '../../../shared/domain/payment/without-keys.ts'

/** A line that is longer is passed on in pieces, in UTF-16 units; no log of ours writes one. */
const LONGEST = 1_048_576

/**
 * Passes lines on without Stripe's secrets in them: whole lines, since a secret may come in two pieces.
 * @param write takes one or more lines
 */
export function scrubbedLines(write: (text: string) => void): {
  readonly take: (chunk: Buffer) => void
  /** Passes on what came without a line feed behind it. */
  readonly end: () => void
} {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  const passOn = (until: number): void => {
    if (until > 0) write(withoutStripeKeys(rest.slice(0, until)))
    rest = rest.slice(until)
  }
  return {
    take: (chunk) => {
      rest += decoder.write(chunk)
      passOn(rest.length > LONGEST ? rest.length : rest.lastIndexOf('\n') + 1)
    },
    end: () => {
      rest += decoder.end()
      passOn(rest.length)
    },
  }
}
