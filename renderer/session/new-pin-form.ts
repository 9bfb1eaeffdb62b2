import { newPin, typedPin } from '../../shared/domain/user/pin.ts'

/** A PIN as it is being chosen, twice since it can't be seen; `old` where the one until now is asked for too. */
export type NewPinForm = { old: string | null; pin: string; again: string }

/** What may still be wrong with it. */
export type NewPinFlaw = 'old' | 'length' | 'easy' | 'again'

export const emptyNewPin: NewPinForm = { old: null, pin: '', again: '' }

/** What is wrong; empty when it may be sent. */
export function newPinFlaws({ old, pin, again }: NewPinForm): NewPinFlaw[] {
  const flaws: NewPinFlaw[] = []
  if (old !== null && !typedPin.safeParse(old).success) flaws.push('old')
  if (!typedPin.safeParse(pin).success) flaws.push('length')
  else if (!newPin.safeParse(pin).success) flaws.push('easy')
  if (pin !== again) flaws.push('again')
  return flaws
}
