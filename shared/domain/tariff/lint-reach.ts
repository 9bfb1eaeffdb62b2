import { holds, type Moment } from './condition.ts'
import type { LintFinding } from './lint-finding.ts'
import { momentsBetween } from './lint-moments.ts'
import type { OcpiTariff } from './ocpi-tariff.ts'
import { type Rule, rulesOf } from './rule.ts'

/** Prices that can’t count since others before them always do, and times when charging has no price. */
export function reachFindings(tariff: OcpiTariff): LintFinding[] {
  const rules = rulesOf(tariff)
  const found: LintFinding[] = []
  // The rules of a reservation that expires are its own and, after them, those of any: only its own are judged here.
  const ownExpired = rules.expired.filter((rule) => !rules.reserved.includes(rule))
  for (const list of [
    rules.energy,
    rules.charging,
    rules.parking,
    rules.flat,
    rules.reserved,
    rules.reservationFlat,
    ownExpired,
    rules.expiryFlat,
  ]) {
    const moments = momentsBetween(list.map(({ condition }) => condition))
    if (moments === null) return [{ code: 'tooLong', severity: 'note', path: 'elements' }]
    const reached = new Set(moments.map((moment) => firstThatHolds(list, moment)))
    for (const rule of list)
      if (!reached.has(rule))
        found.push({ code: 'neverMatches', severity: 'warning', path: pathOf(tariff, rule) })
  }
  return [...found, ...unpriced(rules.energy, rules.charging)]
}

/** A time when neither energy nor a minute of charging has a price, although at others one costs something. */
function unpriced(energy: readonly Rule[], charging: readonly Rule[]): LintFinding[] {
  const both = [...energy, ...charging]
  if (both.every(({ component }) => component.price === 0)) return []
  const moments = momentsBetween(both.map(({ condition }) => condition))
  if (moments === null) return [{ code: 'tooLong', severity: 'note', path: 'elements' }]
  const gap = moments.find(
    (moment) => !firstThatHolds(energy, moment) && !firstThatHolds(charging, moment),
  )
  if (!gap) return []
  const when = exampleOf(gap, both)
  return [{ code: 'unpriced', severity: 'warning', path: 'elements', when }]
}

/** What matters of a moment: what some condition asks for. */
function exampleOf(moment: Moment, rules: readonly Rule[]): LintFinding['when'] {
  const clocks = rules.flatMap(({ condition }) => (condition.clock ? [condition.clock] : []))
  const { clock, milliWh, ms, powerW, currentA } = moment
  const timed = clocks.some(({ fromMinute, untilMinute }) => fromMinute !== untilMinute)
  const byEnergy = rules.some(
    ({ condition: { minMilliWh, maxMilliWh } }) => minMilliWh > 0 || maxMilliWh < Infinity,
  )
  const byTime = rules.some(({ condition: { minMs, maxMs } }) => minMs > 0 || maxMs < Infinity)
  return {
    weekday: clock && clocks.some(({ weekdays }) => weekdays !== null) ? clock.weekday : null,
    time: clock && timed ? clockText(clock.minute) : null,
    kWh: byEnergy ? milliWh / 1_000_000 : null,
    seconds: byTime ? ms / 1_000 : null,
    kW: rules.some(({ condition }) => condition.power) ? (powerW ?? 0) / 1_000 : null,
    A: rules.some(({ condition }) => condition.current) ? currentA : null,
  }
}

function pathOf({ elements }: OcpiTariff, { elementIndex, component }: Rule): string {
  const index = elements[elementIndex]?.price_components.indexOf(component) ?? 0
  return `elements[${elementIndex}].price_components[${index}]`
}

function firstThatHolds(rules: readonly Rule[], moment: Moment): Rule | undefined {
  return rules.find(({ condition }) => holds(condition, moment))
}

function clockText(minute: number): string {
  return [Math.floor(minute / 60), minute % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':')
}
