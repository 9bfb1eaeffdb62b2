import {
  type MessageTerms,
  type MessageTermsWords,
  type TermsFlaw,
  termsFlaws,
} from '../../../shared/domain/message/terms.ts'
import type { Lookups } from '../store/reads.ts'
import type { Patch, Writes } from '../store/writes.ts'
import { seal, unseal } from './sealed.ts'

const PURPOSE = 'SMTP password'

/** How messages leave, as the unit finds it. */
export function messageTermsOf(lookups: Lookups): MessageTerms {
  const terms = lookups.get('messageTerms', 'messageTerms')
  if (terms === undefined) throw new Error('The terms are made when the hub starts.')
  return terms
}

/** The mail server's password; null where there is none, or none that this hub's secret opens. */
export function smtpPasswordOf(lookups: Lookups, hubSecret: string): string | null {
  const row = lookups.get('smtpPassword', 'smtpPassword')
  return row === undefined ? null : unseal(hubSecret, PURPOSE, row.sealed)
}

/** What of the terms a change names; what is left out stays. */
export type MessageTermsChange = {
  [Word in keyof MessageTermsWords]?: MessageTermsWords[Word] | undefined
} & {
  /** Null forgets the one there is. */
  readonly password?: string | null | undefined
}

export type TermsChanged =
  | { readonly kind: 'changed'; readonly terms: MessageTerms }
  | { readonly kind: 'refused'; readonly flaws: TermsFlaw[] }

/** What the password is told to, and how: told to anything else, it would be given away. */
const OF_SERVER = ['host', 'port', 'security', 'user'] as const

/** Changes how messages leave. The journal has no password, only that it was changed. */
export function changeMessageTerms(
  tx: Writes,
  hubSecret: string,
  { password, ...words }: MessageTermsChange,
): TermsChanged {
  const before = messageTermsOf(tx)
  const patch: Patch<'messageTerms'> = { ...words, updatedAt: tx.now }
  const given = Object.entries(words).filter(([, value]) => value !== undefined)
  const flaws = termsFlaws({ ...before, ...Object.fromEntries(given) })
  if (flaws.length > 0) return { kind: 'refused', flaws }
  const after = tx.update('messageTerms', before.id, patch) ?? before
  const isAnother = OF_SERVER.some((word) => after[word] !== before[word])
  const told = keepPassword(tx, hubSecret, password === undefined && isAnother ? null : password)
  tx.journal({
    act: 'messageTerms.update',
    noun: 'messageTerms',
    nounId: before.id,
    before,
    after: { ...after, ...(told === null ? {} : { password: told }) },
  })
  return { kind: 'changed', terms: after }
}

/** @returns what the journal is told of it; null where it stayed */
function keepPassword(
  tx: Writes,
  hubSecret: string,
  password: string | null | undefined,
): 'kept' | 'forgotten' | null {
  if (password === undefined) return null
  const had = tx.remove('smtpPassword', 'smtpPassword')
  if (password === null || password === '') return had ? 'forgotten' : null
  tx.insert('smtpPassword', { id: 'smtpPassword', sealed: seal(hubSecret, PURPOSE, password) })
  return 'kept'
}
