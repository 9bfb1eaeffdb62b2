import type { Reader } from '../../../../shared/domain/payment/stripe-account.ts'
import { stripeReader, type StripeReader } from '../../../../shared/domain/payment/stripe-object.ts'
import type { Store } from '../../store/store.ts'
import type { StripeSide } from '../stripe-side.ts'
import type { StripeConnection } from './client.ts'
import { takeReader } from './take-reader.ts'

interface ReaderParts {
  readonly store: Store
  readonly side: StripeSide
}

/** The readers of the account, asked of Stripe; those that it has no more are forgotten. @throws the SDK's errors */
export async function refreshReaders(
  { store, side }: ReaderParts,
  { stripe, mode }: StripeConnection,
  locationId: string | null,
): Promise<Reader[]> {
  const told: StripeReader[] = []
  const where = locationId === null ? {} : { location: locationId }
  for await (const reader of stripe.terminal.readers.list({ limit: 100, ...where }))
    told.push(stripeReader.parse(reader))
  return store.work('hub', (tx) => {
    const readers = told.flatMap((reader) => takeReader(tx, side, mode, reader) ?? [])
    const there = new Set(readers.map(({ id }) => id))
    for (const { id } of tx.find('reader', {})) if (!there.has(id)) tx.remove('reader', id)
    return readers
  })
}

/** Registers a reader by the code it shows. @throws the SDK's errors */
export async function registerReader(
  { store, side }: ReaderParts,
  { stripe, mode }: StripeConnection,
  { registrationCode, label, locationId }: ReaderWish,
): Promise<Reader> {
  const location = locationId ?? (await firstLocation(stripe))
  const made = await stripe.terminal.readers.create({
    registration_code: registrationCode,
    label,
    ...(location === null ? {} : { location }),
  })
  const told = stripeReader.parse(made)
  const reader = await store.work('hub', (tx) => takeReader(tx, side, mode, told))
  if (reader === undefined) throw new Error('Stripe registered a reader of the other mode.')
  return reader
}

/** Takes a reader away from the account. @throws the SDK's errors */
export async function removeReader(
  { store }: ReaderParts,
  { stripe }: StripeConnection,
  id: string,
): Promise<void> {
  await stripe.terminal.readers.del(id)
  await store.work('hub', (tx) => tx.remove('reader', id))
}

interface ReaderWish {
  readonly registrationCode: string
  readonly label: string
  readonly locationId: string | null
}

/** A reader stands at a location (Stripe Terminal); where the terms name none, at the first there is. */
async function firstLocation(stripe: StripeConnection['stripe']): Promise<string | null> {
  const { data } = await stripe.terminal.locations.list({ limit: 1 })
  return data[0]?.id ?? null
}
