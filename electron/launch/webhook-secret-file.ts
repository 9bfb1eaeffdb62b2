import { secretFromFile } from './secret-file.ts'

/** What Stripe signs a webhook's events with. */
const SECRET = /^whsec_[\w+/=-]{16,255}$/

/**
 * The signing secret in the file that LADDPLAN_STRIPE_WEBHOOK_SECRET_FILE names: a hosted hub is told of events by
 * Stripe. Null where none is named.
 */
export function webhookSecretFromFile(
  env: Readonly<Record<string, string | undefined>>,
): ReturnType<typeof secretFromFile> {
  return secretFromFile(env, 'LADDPLAN_STRIPE_WEBHOOK_SECRET_FILE', (secret) =>
    SECRET.test(secret) ? null : 'holds no signing secret of a webhook (whsec_…)',
  )
}
