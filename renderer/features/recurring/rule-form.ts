import { placeOf } from '../../../shared/domain/booking/states.ts'
import type { BookingPriority } from '../../../shared/domain/booking/booking.ts'
import type { EnergyNeed } from '../../../shared/domain/booking/need.ts'
import type { Recurring, RecurringWords } from '../../../shared/domain/booking/recurring.ts'
import { typedClock } from '../../ui/input/typed-clock.ts'
import { kiloText, typedKilo } from '../../ui/input/typed-kilo.ts'

/** A rule as it is typed; days as yyyy-mm-dd, empty for none, the place as `stationId/connectorId`. */
export type RuleForm = {
  weekdays: number[]
  arrives: string
  departs: string
  firstOn: string
  lastOn: string
  place: string | null
  vehicleId: string | null
  plate: string
  customerId: string | null
  need: 'open' | EnergyNeed['kind']
  energyKwh: string
  batteryKwh: string
  arrivalPct: string
  departurePct: string
  priority: BookingPriority
  note: string
}
export type RuleFlaw =
  | 'weekdays'
  | 'arrives'
  | 'departs'
  | 'firstOn'
  | 'lastOn'
  | 'energy'
  | 'battery'
  | 'percent'

/** The form of a new rule: workday nights from today on. */
export function newRuleForm(today: string): RuleForm {
  return {
    weekdays: [1, 2, 3, 4, 5],
    arrives: '18:00',
    departs: '06:00',
    firstOn: today,
    lastOn: '',
    place: null,
    vehicleId: null,
    plate: '',
    customerId: null,
    need: 'open',
    energyKwh: '',
    batteryKwh: '',
    arrivalPct: '20',
    departurePct: '80',
    priority: 'normal',
    note: '',
  }
}

/** The form that shows a rule. */
export function ruleFormOf(rule: Recurring): RuleForm {
  const { need } = rule
  const blank = newRuleForm(rule.firstOn)
  return {
    ...blank,
    weekdays: rule.weekdays,
    arrives: rule.arrives,
    departs: rule.departs,
    lastOn: rule.lastOn ?? '',
    place: placeOf(rule),
    vehicleId: rule.vehicleId,
    plate: rule.plate,
    customerId: rule.customerId,
    need: need?.kind ?? 'open',
    ...(need?.kind === 'energy' ? { energyKwh: kiloText(need.energyWh) } : {}),
    ...(need?.kind === 'soc'
      ? {
          batteryKwh: kiloText(need.batteryWh),
          arrivalPct: String(need.arrivalPct),
          departurePct: String(need.departurePct),
        }
      : {}),
    priority: rule.priority,
    note: rule.note,
  }
}

/** What is wrong with the form; empty when it may be sent. */
export function ruleFlaws(form: RuleForm): RuleFlaw[] {
  const flaws: RuleFlaw[] = []
  if (form.weekdays.length === 0) flaws.push('weekdays')
  if (typedClock(form.arrives) === null) flaws.push('arrives')
  if (typedClock(form.departs) === null) flaws.push('departs')
  if (form.firstOn === '') flaws.push('firstOn')
  if (form.lastOn !== '' && form.lastOn < form.firstOn) flaws.push('lastOn')
  if (form.need === 'energy' && !isWithin(typedKilo(form.energyKwh), 1)) flaws.push('energy')
  if (form.need === 'soc') {
    if (!isWithin(typedKilo(form.batteryKwh), 1_000)) flaws.push('battery')
    const [from, to] = [percentOf(form.arrivalPct), percentOf(form.departurePct)]
    if (from === null || to === null || to <= from) flaws.push('percent')
  }
  return flaws
}

/** The form as the contract takes it. @param before the rule that is changed: what the form doesn't show stays */
export function ruleWordsOf(form: RuleForm, before: Recurring | null): RecurringWords {
  const [stationId = null, connectorId = null] = form.place?.split('/') ?? []
  return {
    weekdays: form.weekdays,
    arrives: typedClock(form.arrives) ?? form.arrives,
    departs: typedClock(form.departs) ?? form.departs,
    firstOn: form.firstOn,
    lastOn: form.lastOn === '' ? null : form.lastOn,
    stationId,
    connectorId: connectorId === null ? null : Number(connectorId),
    flexibility: before?.flexibility ?? 'fixed',
    need: needOf(form),
    vehicleId: form.vehicleId,
    customerId: form.customerId,
    plate: form.vehicleId === null ? form.plate.trim() : '',
    idToken: before?.idToken ?? null,
    priority: form.priority,
    note: form.note,
  }
}

function needOf(form: RuleForm): EnergyNeed | null {
  if (form.need === 'open') return null
  if (form.need === 'energy') return { kind: 'energy', energyWh: typedKilo(form.energyKwh) ?? 0 }
  return {
    kind: 'soc',
    batteryWh: typedKilo(form.batteryKwh) ?? 0,
    arrivalPct: percentOf(form.arrivalPct) ?? 0,
    departurePct: percentOf(form.departurePct) ?? 0,
  }
}

/** Whether an energy is one that the hub takes, Wh. */
function isWithin(energyWh: number | null | undefined, leastWh: number): boolean {
  return typeof energyWh === 'number' && energyWh >= leastWh && energyWh <= 2_000_000
}

function percentOf(typed: string): number | null {
  const percent = Number(typed.trim().replace(',', '.'))
  return typed.trim() !== '' && percent >= 0 && percent <= 100 ? percent : null
}
