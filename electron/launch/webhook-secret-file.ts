import { readOwnFile } from './own-file.ts'

/** The variable that names the file. */
const VARIABLE = 'LADDPLAN_STRIPE_WEBHOOK_SECRET_FILE'

/** What Stripe signs a webhook's events with. */
const SECRET = /^whsec_[\w+/=-]{16,255}$/

/**
 * The signing secret in the file that LADDPLAN_STRIPE_WEBHOOK_SECRET_FILE names: a hosted hub is told of events by
 * Stripe, under a secret that others than the file's owner can't read. Null where none is named.
 * @returns the secret, or a sentence that says what is wrong, without anything of the file
 */
export function webhookSecretFromFile(
  env: Readonly<Record<string, string | undefined>>,
): { ok: true; secret: string | null } | { ok: false; message: string } {
  const file = env[VARIABLE]
  if (file === undefined || file === '') return { ok: true, secret: null }
  // Not said again: it may be the secret itself that somebody has put there.
  if (/^(?:[rsp]k_|whsec_)/.test(file.trim()))
    return refused('it is to name a file that holds the secret, not to be the secret itself')
  const read = readOwnFile(file)
  if ('problem' in read) return refused(`${file} ${read.problem}`)
  const secret = read.text.trim()
  return SECRET.test(secret)
    ? { ok: true, secret }
    : refused(`${file} holds no signing secret of a webhook (whsec_…)`)
}

function refused(what: string): { ok: false; message: string } {
  return { ok: false, message: `${VARIABLE}: ${what}.` }
}
