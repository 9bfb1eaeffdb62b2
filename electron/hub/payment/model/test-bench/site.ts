import type { Id } from '../../../../../shared/domain/id/id.ts'
import type { Instant } from '../../../../../shared/time/instant.ts'
import { type Money, openMoney } from '../../../money.ts'
import type { Store } from '../../../store/store.ts'
import type { Writes } from '../../../store/writes.ts'
import { holdStripeKey, type StripeKeyPort } from '../../stripe-key.ts'
import { fetchOf, type Life, newLife, storeOf } from './life.ts'
import { KEYS, type OwnStripe } from './own-stripe.ts'
import { type Down, wireTo } from './wire.ts'

export type KeyName = keyof typeof KEYS | 'none' | 'locked'

/** A site's money and a Stripe of its own, on one clock: nothing happens but what a schedule says. */
export interface Site extends OwnStripe {
  /** As the file has it, whoever lives. */
  readonly store: Store
  /** The bills of this schedule. */
  readonly bills: Id[]
  /** The refunds that a person has taken off their bill as well. */
  readonly takenOff: Set<Id>
  /** What has come about, for whoever asks whether it does: `checkout paid`, `refund failed`, `unknown refund.create`. */
  readonly cameAbout: Set<string>
  /** What each account of the ledger had when Stripe had nothing yet. */
  readonly ledgerBefore: ReadonlyMap<string, number>
  readonly life: () => Life
  now(): Instant
  later(ms: number): void
  /** Takes the line away; null gives it back. */
  down(how: Down | null): void
  /** Sets the site's key, for this process and those after it. */
  hold(name: KeyName): void
  keyName(): KeyName
  /** Whether the next process to take over opens the file anew. */
  reopens(is: boolean): void
  /** Does something; where the process dies on the way it ends with that, and a new one takes over. */
  step(run: (money: Money, store: Store) => Promise<unknown>): Promise<void>
  /** What a person does at the desk, in one unit. */
  desk(unit: (tx: Writes, money: Money) => unknown): Promise<void>
}

export interface SiteParts {
  readonly stripe: OwnStripe
  readonly clock: () => Instant
  readonly later: (ms: number) => void
  readonly store: () => Store
  /** Closes the file and opens it anew. */
  readonly reopen: () => Promise<void>
  readonly bills: Id[]
  readonly ledgerBefore: ReadonlyMap<string, number>
  /** The stand-in for Stripe of a practice site, whose address nobody asks for: see `wire.ts`. */
  readonly practice?: { readonly url: string; readonly key: string }
}

/** A site whose first process has just begun. */
export async function openSite(parts: SiteParts): Promise<Site> {
  const { stripe, clock, practice, bills, ledgerBefore } = parts
  let down: Down | null = null
  let reopens = false
  let keyName: KeyName = 'first'
  const failures: unknown[] = []
  const wire = wireTo(stripe.double, () => down)

  const begin = async () => {
    const life = newLife()
    const keys = holdStripeKey(async () => ({ accepted: true, livemode: false, accountName: '' }))
    holdNamed(keys, keyName)
    const store = storeOf(life, parts.store())
    const money = openMoney({
      ...{ store, clock, stripeKey: keys, demo: practice !== undefined },
      stripe: { fetch: fetchOf(life, wire), jitter: () => 0.5, wakes: false },
      failed(error) {
        if (!life.isOver) failures.push(error)
      },
    })
    if (practice) await money.payments.stripe.practise(practice)
    // It writes down first which key it has.
    await parts.store().work('test', () => undefined)
    return { life, keys, money, store }
  }
  let process = await begin()

  const step: Site['step'] = async (run) => {
    const { life, money, store } = process
    const ended = run(money, store).then(() => true)
    const lives = await Promise.race([ended, life.over.then(() => false)])
    stripe.throwBugs()
    if (failures.length > 0) throw failures[0]
    if (lives) return
    ended.catch(() => undefined)
    money.bills.close()
    if (reopens) await parts.reopen()
    process = await begin()
  }

  return {
    ...stripe,
    ...{ bills, ledgerBefore, now: clock, takenOff: new Set(), cameAbout: new Set() },
    get store() {
      return parts.store()
    },
    life: () => process.life,
    later(ms) {
      parts.later(ms)
      stripe.double.controls.advance(0)
    },
    down: (how) => (down = how),
    hold(name) {
      keyName = name
      holdNamed(process.keys, name)
    },
    keyName: () => keyName,
    reopens: (is) => (reopens = is),
    step,
    desk: (unit) => step((money, store) => store.work('desk', (tx) => void unit(tx, money))),
  }
}

function holdNamed(keys: StripeKeyPort, name: KeyName): void {
  if (name === 'none' || name === 'locked') keys.hold({ state: name })
  else keys.hold({ state: 'held', key: KEYS[name] })
}
