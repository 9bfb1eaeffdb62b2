import { chargePointId, stationPassword } from '../../../shared/domain/station/station.ts'
import { WORDS_MAX } from './adopt-form.ts'

/** Which key a station added beforehand gets: one made here, one already known, or none. */
export const passwordChoices = ['made', 'own', 'none'] as const
export type PasswordChoice = (typeof passwordChoices)[number]

export type BeforehandForm = {
  chargePointId: string
  name: string
  zone: string
  password: PasswordChoice
  ownPassword: string
  agreed: boolean
}

export type BeforehandFlaw =
  | 'idBad'
  | 'idTaken'
  | 'nameTooLong'
  | 'zoneTooLong'
  | 'passwordBad'
  | 'notAgreed'

export const emptyBeforehand: BeforehandForm = {
  chargePointId: '',
  name: '',
  zone: '',
  password: 'made',
  ownPassword: '',
  agreed: false,
}

/** What is wrong with the form, given the ids that are taken; empty when it may be sent. */
export function beforehandFlaws(
  form: BeforehandForm,
  takenIds: readonly string[],
): BeforehandFlaw[] {
  const flaws: BeforehandFlaw[] = []
  if (!chargePointId.safeParse(form.chargePointId.trim()).success) flaws.push('idBad')
  else if (takenIds.includes(form.chargePointId.trim())) flaws.push('idTaken')
  if (form.name.trim().length > WORDS_MAX) flaws.push('nameTooLong')
  if (form.zone.trim().length > WORDS_MAX) flaws.push('zoneTooLong')
  if (form.password === 'own' && !stationPassword.safeParse(form.ownPassword).success)
    flaws.push('passwordBad')
  if (form.password === 'none' && !form.agreed) flaws.push('notAgreed')
  return flaws
}

/** The form as the contract takes it; a name left empty becomes the id. */
export function beforehandInput(form: BeforehandForm) {
  const name = form.name.trim()
  return {
    chargePointId: form.chargePointId.trim(),
    ...(name === '' ? {} : { name }),
    zone: form.zone.trim(),
    authentication: form.password === 'none' ? ('none' as const) : ('password' as const),
    ...(form.password === 'own' ? { password: form.ownPassword } : {}),
  }
}
