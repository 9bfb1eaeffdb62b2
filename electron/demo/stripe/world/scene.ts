import type { Stripe } from 'stripe'
import { missing } from '../http/refused.ts'
import type { Objects } from '../schema/roots.ts'
import type { Due } from './due.ts'
import type { Account, Noun, World } from './world.ts'

/** What an endpoint works with: a mode of the account at an instant, asked by somebody. */
export type Scene = {
  account: Account
  world: World
  /** Epoch ms. */
  now: number
  /** A new id behind a prefix, such as `pi_…`. */
  newId: (prefix: string) => string
  /** Who asked; null when it happens by itself. */
  asked: { requestId: string; idempotencyKey: string | null } | null
  /** Where the hosted pages are, without a slash at the end. */
  pages: string
  /** How long a new object can't be found by searching. */
  searchLagMs: number
  /** What becomes of an event on its way into the list. */
  tellEvent: (event: Stripe.EventBase) => { delayMs: number; twice: boolean; back: number }
}

/** The scene's instant in Stripe's seconds. */
export function seconds({ now }: Pick<Scene, 'now'>): number {
  return Math.floor(now / 1000)
}

const prefixNouns: Record<string, Noun> = {
  txn: 'balance_transaction',
  ch: 'charge',
  py: 'charge',
  cs: 'checkout.session',
  du: 'dispute',
  evt: 'event',
  pi: 'payment_intent',
  pm: 'payment_method',
  pr: 'payment_record',
  po: 'payout',
  re: 'refund',
  pyr: 'refund',
  tml: 'terminal.location',
  tmr: 'terminal.reader',
}

/** Stripe's word for a noun in "No such …". */
const words: Partial<Record<Noun, string>> = {
  balance_transaction: 'balance_transaction',
  payment_method: 'PaymentMethod',
}

/**
 * The object with an id.
 * @throws Refused with 404 when there is none, or 400's `resource_missing` under a parameter's name
 */
export function find<Name extends Noun>(
  { world, account }: Scene,
  noun: Name,
  id: string,
  param = 'id',
): Objects[Name] {
  const held: Objects[Name] | undefined = world.tables[noun][id]
  if (held !== undefined && Object.hasOwn(world.tables[noun], id)) return held
  const other = world.livemode ? account.test : account.live
  const isElsewhere = Object.hasOwn(other.tables[noun], id)
  const otherMode = isElsewhere ? (other.livemode ? 'live' : 'test') : null
  throw missing(words[noun] ?? noun, id, otherMode, param)
}

/** The object with an id of any kind; null when there is none. */
export function lookUp({ world }: Scene, id: string): object | null {
  const noun = prefixNouns[id.split('_')[0] ?? '']
  return noun === undefined ? null : (world.tables[noun][id] ?? null)
}

/** The id of what may be expanded. In the tables nothing is. */
export function idOf(held: string | { id: string } | null | undefined): string | null {
  return typeof held === 'object' ? (held?.id ?? null) : (held ?? null)
}

/** Writes down what is to happen by itself. */
export function plan({ world }: Scene, at: number, what: Due['what'], id: string): void {
  world.agenda.push({ at, what, id })
}

/** Strikes out what was to happen. */
export function strike({ world }: Scene, what: Due['what'], id: string): void {
  world.agenda = world.agenda.filter((due) => due.what !== what || due.id !== id)
}
