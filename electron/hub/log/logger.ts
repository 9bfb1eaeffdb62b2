import { type DestinationStream, type Logger, pino } from 'pino'
import { withoutStripeKeys } from '../../../shared/domain/payment/without-keys.ts'

/** What may hold a secret, wherever it hangs on what is logged; for a path of pino's each depth is named. */
const secretNames = ['headers', 'rawHeaders', 'authorization', 'key', 'apiKey', 'passphrase', 'raw']

/**
 * The hub's logger. No secret of Stripe's reaches the stream: what is known to hold one is left out, and the finished
 * line is searched for what looks like one.
 * @param stream standard error where it is not given
 */
export function hubLogger(stream: DestinationStream = pino.destination(2)): Logger {
  return pino(
    {
      redact: {
        paths: secretNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
        censor: '***',
      },
      hooks: { streamWrite: withoutStripeKeys },
    },
    stream,
  )
}
