import { create } from 'zustand'
import type { Booking } from '../../../../shared/domain/booking/booking.ts'
import type { Placement } from '../../../../shared/domain/booking/states.ts'
import { useLocale } from '../../../i18n/locale.ts'
import { mayNow } from '../../../live/session-store.ts'
import { type BookingForm, formOfBooking, formOfPlacement } from './booking-form.ts'

/** What is asked for beside the timeline: a form, or one of the small dialogs. */
export type Asked =
  | { readonly kind: 'form'; readonly booking: Booking | null; readonly initial: BookingForm }
  /** Finding a time: for a new booking when `booking` is null. */
  | { readonly kind: 'find'; readonly booking: Booking | null }
  | { readonly kind: 'move'; readonly booking: Booking }
  | { readonly kind: 'split'; readonly booking: Booking }
  | { readonly kind: 'cancel'; readonly bookings: readonly Booking[] }

/** What this window asks of whoever sits at it. */
export const useAsked = create<{ asked: Asked | null; edited: boolean }>(() => ({
  asked: null,
  edited: false,
}))

/** Asks it, where whoever is here may plan. */
export function ask(asked: Asked): void {
  if (!mayNow('plan')) return
  useAsked.setState({ asked, edited: false })
}

export function answered(): void {
  useAsked.setState({ asked: null, edited: false })
}

/** Something was typed into the form: it isn't put aside for a click elsewhere any more. */
export function edited(): void {
  useAsked.setState({ edited: true })
}

/** Puts a form aside into which nothing was typed. */
export function answeredUnlessEdited(): void {
  if (!useAsked.getState().edited) answered()
}

/** Asks for a new booking, there if a place in time is known. */
export function askForNew(
  placement: Pick<Placement, 'arrivesAt' | 'departsAt'> & Partial<Placement>,
): void {
  const { timeZone } = useLocale.getState()
  ask({ kind: 'form', booking: null, initial: formOfPlacement(placement, timeZone) })
}

/** Asks what of a booking is to change. */
export function askForChange(booking: Booking): void {
  const { timeZone } = useLocale.getState()
  ask({ kind: 'form', booking, initial: formOfBooking(booking, timeZone) })
}
