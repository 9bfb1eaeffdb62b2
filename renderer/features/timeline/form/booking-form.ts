import type {
  Booking,
  BookingPlan,
  BookingPriority,
} from '../../../../shared/domain/booking/booking.ts'
import type { Placement } from '../../../../shared/domain/booking/states.ts'
import { placeOf } from '../../../../shared/domain/booking/states.ts'
import { type EnergyNeed, energyNeed } from '../../../../shared/domain/booking/need.ts'
import { kiloText, typedKilo } from '../../../ui/input/typed-kilo.ts'
import { localTimeOf, readLocalTime } from '../../../ui/input/local-time.ts'
import { readPlace } from '../gesture/hold.ts'

/** A booking as it is typed. Times are by the site's clock; `placeKey` is empty while it has no connector. */
export interface BookingForm {
  readonly placeKey: string
  readonly arrives: string
  readonly departs: string
  readonly vehicleId: string | null
  readonly plate: string
  readonly customerId: string | null
  readonly needKind: 'none' | EnergyNeed['kind']
  readonly energyKWh: string
  readonly batteryKWh: string
  readonly arrivalPct: string
  readonly departurePct: string
  readonly flexible: boolean
  readonly latestDeparts: string
  readonly priority: BookingPriority
  readonly idToken: string
  readonly note: string
}

/** The fields that can't be sent as they are. */
export type BookingFlaw =
  | 'arrives'
  | 'departs'
  | 'latestDeparts'
  | 'energyKWh'
  | 'batteryKWh'
  | 'percent'
  | 'idToken'
  | 'plate'

const PLATE_MAX = 20
const TOKEN_MAX = 20

/** The form of a booking that is only a place in time yet. */
export function formOfPlacement(
  placement: Pick<Placement, 'arrivesAt' | 'departsAt'> & Partial<Placement>,
  timeZone: string,
): BookingForm {
  const { stationId = null, connectorId = null, arrivesAt, departsAt } = placement
  return {
    placeKey: placeOf({ stationId, connectorId }) ?? '',
    arrives: localTimeOf(arrivesAt, timeZone),
    departs: localTimeOf(departsAt, timeZone),
    vehicleId: null,
    plate: '',
    customerId: null,
    needKind: 'none',
    energyKWh: '',
    batteryKWh: '',
    arrivalPct: '20',
    departurePct: '80',
    flexible: false,
    latestDeparts: '',
    priority: 'normal',
    idToken: '',
    note: '',
  }
}

/** The form that shows a booking. */
export function formOfBooking(booking: Booking, timeZone: string): BookingForm {
  const { need, latestDepartsAt } = booking
  const soc = need?.kind === 'soc' ? need : null
  return {
    placeKey: placeOf(booking) ?? '',
    arrives: localTimeOf(booking.arrivesAt, timeZone),
    departs: localTimeOf(booking.departsAt, timeZone),
    vehicleId: booking.vehicleId,
    plate: booking.plate,
    customerId: booking.customerId,
    needKind: need?.kind ?? 'none',
    energyKWh: kiloText(need?.kind === 'energy' ? need.energyWh : null),
    batteryKWh: kiloText(soc?.batteryWh ?? null),
    arrivalPct: String(soc?.arrivalPct ?? 20),
    departurePct: String(soc?.departurePct ?? 80),
    flexible: booking.flexibility === 'flexible',
    latestDeparts: latestDepartsAt === null ? '' : localTimeOf(latestDepartsAt, timeZone),
    priority: booking.priority,
    idToken: booking.idToken ?? '',
    note: booking.note,
  }
}

/** What the form says, or which of its fields say nothing that can be sent. */
export function planOfForm(
  form: BookingForm,
  timeZone: string,
): { plan: BookingPlan } | { flaws: BookingFlaw[] } {
  const flaws: BookingFlaw[] = []
  const arrivesAt = readLocalTime(form.arrives, timeZone)
  const departsAt = readLocalTime(form.departs, timeZone)
  const wantsLatest = form.flexible && form.latestDeparts !== ''
  const latestDepartsAt = wantsLatest ? readLocalTime(form.latestDeparts, timeZone) : null
  if (arrivesAt === null) flaws.push('arrives')
  if (departsAt === null) flaws.push('departs')
  if (wantsLatest && latestDepartsAt === null) flaws.push('latestDeparts')
  if (form.plate.trim().length > PLATE_MAX) flaws.push('plate')
  if (form.idToken.trim().length > TOKEN_MAX) flaws.push('idToken')
  const need = needOfForm(form)
  if (typeof need === 'string') flaws.push(need)
  if (arrivesAt === null || departsAt === null || typeof need === 'string' || flaws.length > 0)
    return { flaws }
  const place =
    form.placeKey === '' ? { stationId: null, connectorId: null } : readPlace(form.placeKey)
  return {
    plan: {
      ...place,
      arrivesAt,
      departsAt,
      latestDepartsAt,
      flexibility: form.flexible ? 'flexible' : 'fixed',
      need,
      vehicleId: form.vehicleId,
      customerId: form.customerId,
      plate: form.vehicleId === null ? form.plate.trim() : '',
      idToken: form.idToken.trim() || null,
      priority: form.priority,
      note: form.note,
    },
  }
}

/** The need as typed, or which of its fields says none. */
export function needOfForm(form: BookingForm): EnergyNeed | null | BookingFlaw {
  switch (form.needKind) {
    case 'none':
      return null
    case 'energy': {
      const need = energyNeed.safeParse({ kind: 'energy', energyWh: typedKilo(form.energyKWh) })
      return need.success ? need.data : 'energyKWh'
    }
    case 'soc': {
      const batteryWh = typedKilo(form.batteryKWh)
      if (typeof batteryWh !== 'number' || batteryWh < 1_000) return 'batteryKWh'
      const need = energyNeed.safeParse({
        kind: 'soc',
        batteryWh,
        arrivalPct: percentOf(form.arrivalPct),
        departurePct: percentOf(form.departurePct),
      })
      return need.success ? need.data : 'percent'
    }
  }
}

function percentOf(typed: string): number {
  return typed.trim() === '' ? Number.NaN : Number(typed.replace(',', '.'))
}
