import type {
  IdToken,
  IdTokenInput,
  IdTokenStatus,
} from '../../../shared/domain/id-token/id-token.ts'
import type { Instant } from '../../../shared/time/instant.ts'

/** A token as it is typed; `lastDay` as yyyy-mm-dd in the site's time zone, empty for without end. */
export type TokenForm = {
  idToken: string
  label: string
  status: IdTokenStatus
  parentIdToken: string
  lastDay: string
  vehicleId: string | null
  customerId: string | null
}
export type TokenFlaw = 'idToken' | 'label' | 'parent'

/** How long a token may be: OCPP 1.6 §7.28, CiString20. */
export const TOKEN_MAX = 20
const LABEL_MAX = 120

export const emptyToken: TokenForm = {
  idToken: '',
  label: '',
  status: 'Accepted',
  parentIdToken: '',
  lastDay: '',
  vehicleId: null,
  customerId: null,
}

/** The form that shows a token. */
export function tokenFormOf(token: IdToken, timeZone: string): TokenForm {
  return {
    idToken: token.idToken,
    label: token.label,
    status: token.status,
    parentIdToken: token.parentIdToken ?? '',
    lastDay: token.expiresAt === null ? '' : lastDayOf(token.expiresAt, timeZone),
    vehicleId: token.vehicleId,
    customerId: token.customerId,
  }
}

/** What is wrong with the form; empty when it may be sent. */
export function tokenFlaws(form: TokenForm): TokenFlaw[] {
  const flaws: TokenFlaw[] = []
  const text = form.idToken.trim()
  if (text === '' || text.length > TOKEN_MAX) flaws.push('idToken')
  if (form.label.trim().length > LABEL_MAX) flaws.push('label')
  if (form.parentIdToken.trim().length > TOKEN_MAX) flaws.push('parent')
  return flaws
}

/** The form as the contract takes it. */
export function tokenInput(form: TokenForm, timeZone: string): IdTokenInput {
  const parent = form.parentIdToken.trim()
  return {
    idToken: form.idToken.trim(),
    label: form.label.trim(),
    status: form.status,
    parentIdToken: parent === '' ? null : parent,
    expiresAt: form.lastDay === '' ? null : endOfDay(form.lastDay, timeZone),
    vehicleId: form.vehicleId,
    customerId: form.customerId,
  }
}

/** A token as it stands, with another status: what blocking and accepting again send. */
export function withStatus(token: IdToken, status: IdTokenStatus): IdTokenInput {
  const { idToken, label, parentIdToken, expiresAt, vehicleId, customerId } = token
  return { idToken, label, parentIdToken, expiresAt, vehicleId, customerId, status }
}

/** What a token is worth now: one that is accepted but past its last day has expired. */
export function statusNow(token: IdToken, now: Instant): IdTokenStatus {
  const ended = token.expiresAt !== null && token.expiresAt <= now
  return token.status === 'Accepted' && ended ? 'Expired' : token.status
}

/** The instant at which a day ends in a time zone: the first of the next day, however long the day is. */
export function endOfDay(day: string, timeZone: string): Instant {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds
}

/** The last whole day before an instant, yyyy-mm-dd: the reverse of `endOfDay`. */
export function lastDayOf(endsAt: Instant, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(endsAt - 1)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString()
}
