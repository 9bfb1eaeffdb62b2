import type { StripeAnswer } from '../../../../shared/domain/payment/outbox.ts'
import type {
  StripeAccount,
  StripeState,
} from '../../../../shared/domain/payment/stripe-account.ts'
import type { Instant } from '../../../../shared/time/instant.ts'
import type { StripeKeyJudged } from '../../../../shared/domain/payment/stripe-key.ts'
import type { Store } from '../../store/store.ts'
import type { Patch, Writes } from '../../store/writes.ts'
import { answerOf, isStripes, missingRight } from './answer.ts'
import type { StripeMode } from '../stripe-side.ts'
import type { StripeDoor } from './door.ts'

/** Keeps how it stands with Stripe in its one row. */
export interface StripeAccountKeeper {
  /** How a request ended: whether Stripe is there, and takes the key. */
  heard(answer: StripeAnswer): Promise<void>
  /** Asks Stripe something harmless, and writes down how that ended. @throws what was thrown */
  ask<Answer>(question: () => Promise<Answer>): Promise<Answer>
  /** The key that is set is another, or none. */
  keyChanged(): Promise<void>
}

/** How often it is written down that nothing has changed. */
const CONTACT_EVERY_MS = 60_000

export function stripeAccountKeeper(
  store: Store,
  door: StripeDoor,
  clock: () => Instant,
): StripeAccountKeeper {
  const heard = async (answer: StripeAnswer): Promise<void> => {
    const known = await store.reads.get('stripeAccount', 'stripe')
    if (known && isOldNews(known, answer, clock())) return
    await store.work('hub', (tx) => hear(tx, answer))
  }
  return {
    heard,
    async ask(question) {
      try {
        const answer = await question()
        await heard({ kind: 'done' })
        return answer
      } catch (error) {
        if (isStripes(error)) await heard(answerOf(error))
        throw error
      }
    },
    keyChanged: () => store.work('hub', (tx) => newKey(tx, door.mode())),
  }
}

/** The account's row, as the unit finds it. */
export function stripeAccountOf(tx: Writes): StripeAccount {
  const account = tx.get('stripeAccount', 'stripe')
  if (account === undefined) throw new Error('The account’s row is made when the hub starts.')
  return account
}

function stateAfter(answer: StripeAnswer): StripeState {
  switch (answer.kind) {
    case 'silent':
      return 'unreachable'
    case 'keyRefused':
    case 'rightMissing':
      return 'refused'
    default:
      return 'ok'
  }
}

function isOldNews(known: StripeAccount, answer: StripeAnswer, now: Instant): boolean {
  const isSame = known.state === stateAfter(answer)
  if (answer.kind === 'rightMissing')
    return isSame && known.missingRights.includes(missingRight(answer.message) ?? '')
  if (answer.kind !== 'done')
    return isSame && 'message' in answer && known.detail === answer.message
  // That one call goes well says nothing about a right that another lacks.
  if (known.state === 'refused' && known.missingRights.length > 0) return true
  return isSame && now - (known.contactAt ?? 0) < CONTACT_EVERY_MS
}

function hear(tx: Writes, answer: StripeAnswer): void {
  const account = stripeAccountOf(tx)
  const state = stateAfter(answer)
  const right = answer.kind === 'rightMissing' ? missingRight(answer.message) : null
  const isMissing = right !== null && !account.missingRights.includes(right)
  const patch: Patch<'stripeAccount'> = {
    state,
    ...(state === account.state ? {} : { since: tx.now }),
    ...(answer.kind === 'silent' ? {} : { contactAt: tx.now }),
    detail: 'message' in answer && state !== 'ok' ? answer.message : '',
    ...(isMissing ? { missingRights: [...account.missingRights, right] } : {}),
    updatedAt: tx.now,
  }
  tx.change('stripeAccount', account, patch)
}

/** Writes down what Stripe said when it was asked what the key is good for. */
export function rightsTold(tx: Writes, judged: StripeKeyJudged): StripeAccount {
  const account = stripeAccountOf(tx)
  const state: StripeState = judged.accepted
    ? 'ok'
    : judged.code === 'unreachable' || judged.code === 'failed'
      ? 'unreachable'
      : 'refused'
  return tx.change('stripeAccount', account, {
    state,
    ...(state === account.state ? {} : { since: tx.now }),
    ...(state === 'unreachable' ? {} : { contactAt: tx.now }),
    ...(judged.accepted && judged.accountName !== '' ? { name: judged.accountName } : {}),
    missingRights: judged.accepted ? [] : [...(judged.missing ?? [])],
    detail: judged.accepted ? '' : judged.message,
    updatedAt: tx.now,
  })
}

/** From when on events are to be asked for in another mode, and remembers until when they were in this one. */
function askedAt(
  { mode: before, eventsAt, eventsAtBefore }: StripeAccount,
  mode: StripeMode,
  now: Instant,
): Pick<StripeAccount, 'eventsAt' | 'eventsAtBefore'> {
  const isKnown = before !== null && eventsAt !== null
  return {
    // Nothing of ours can have happened in a mode before its key was first set.
    eventsAt: eventsAtBefore[mode] ?? now,
    eventsAtBefore: isKnown ? { ...eventsAtBefore, [before]: eventsAt } : eventsAtBefore,
  }
}

/** Whoever waits for a key is tried again at once. */
function newKey(tx: Writes, mode: ReturnType<StripeDoor['mode']>): void {
  const account = stripeAccountOf(tx)
  const hasKey = mode !== 'none' && mode !== 'locked'
  const isOther = hasKey && mode !== account.mode
  if (!hasKey && account.state === mode) return
  tx.change('stripeAccount', account, {
    state: hasKey ? 'ok' : mode,
    mode: hasKey ? mode : account.mode,
    missingRights: [],
    detail: '',
    since: tx.now,
    updatedAt: tx.now,
    // Events of one mode mean nothing in the other.
    ...(isOther
      ? { accountId: null, name: '', eventCursor: null, ...askedAt(account, mode, tx.now) }
      : {}),
  })
  if (!hasKey) return
  for (const call of tx.find('stripeCall', { endedAt: null }))
    if (call.state === 'waiting') tx.change('stripeCall', call, { dueAt: tx.now })
}
