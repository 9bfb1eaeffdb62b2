import type { Candidate } from '../../../shared/domain/adoption/adoption.ts'
import { inert } from '../../ui/mark/inert.ts'

/** The ways of keeping a key that the desk offers; `newKeySet` also sends it to the charger. */
export const keyChoices = ['newKeySet', 'newKeyHand', 'keepOwn', 'none'] as const
export type KeyChoice = (typeof keyChoices)[number]

export type AdoptForm = { name: string; zone: string; key: KeyChoice; agreed: boolean }

export type AdoptFlaw = 'nameNeeded' | 'nameTooLong' | 'zoneTooLong' | 'notAgreed'

/** How long a name or a zone may be, as `stationWords` has it. */
export const WORDS_MAX = 60

/** The form as it begins: named by its id, with the safest key that works. */
export function adoptFormFor(candidate: Pick<Candidate, 'chargePointId'>): AdoptForm {
  return {
    // A field turns text around too, and what stands in it becomes the name.
    name: inert(candidate.chargePointId, WORDS_MAX).text,
    zone: '',
    key: 'newKeySet',
    agreed: false,
  }
}

/** What is wrong with the form; empty when it may be sent. */
export function flawsOf(form: AdoptForm): AdoptFlaw[] {
  const flaws: AdoptFlaw[] = []
  if (form.name.trim() === '') flaws.push('nameNeeded')
  if (form.name.trim().length > WORDS_MAX) flaws.push('nameTooLong')
  if (form.zone.trim().length > WORDS_MAX) flaws.push('zoneTooLong')
  if (form.key === 'none' && !form.agreed) flaws.push('notAgreed')
  return flaws
}

/** The form as the contract takes it. */
export function adoptInput(id: string, form: AdoptForm) {
  const key = form.key === 'keepOwn' || form.key === 'none' ? form.key : ('newKey' as const)
  return {
    id,
    name: form.name.trim(),
    zone: form.zone.trim(),
    key,
    setOnCharger: form.key === 'newKeySet',
  }
}
