import type { OCPP16 } from 'typed-ocpp'
import type { MeterHabit } from './habit.ts'
import type { Flow } from './outlet.ts'

type SampledValue = OCPP16.MeterValuesRequest['meterValue'][number]['sampledValue'][number]
type Context = NonNullable<SampledValue['context']>
type Phase = NonNullable<SampledValue['phase']>

/** What a meter knows at one moment. */
export type Reading = {
  registerWh: number
  flow: Flow
  socPercent: number | null
  temperatureC: number
}

const PHASES: readonly { line: Phase; neutral: Phase }[] = [
  { line: 'L1', neutral: 'L1-N' },
  { line: 'L2', neutral: 'L2-N' },
  { line: 'L3', neutral: 'L3-N' },
]

/** The measurands this make can tell, as its MeterValuesSampledData key lists them. */
export function measurandsOf(habit: MeterHabit): string[] {
  return [
    'Energy.Active.Import.Register',
    ...(habit.power === 'none' ? [] : ['Power.Active.Import']),
    ...(habit.current === 'none' ? [] : ['Current.Import']),
    ...(habit.voltage === 'none' ? [] : ['Voltage']),
    ...(habit.soc ? ['SoC'] : []),
    ...(habit.temperature === 'none' ? [] : ['Temperature']),
  ]
}

/**
 * Writes a reading the way this make does (OCPP 1.6 §7.43).
 * @param measurands those asked for; others are left out
 */
export function sampledValues(
  reading: Reading,
  habit: MeterHabit,
  context: Context,
  measurands: readonly string[],
): SampledValue[] {
  const values = [
    energy(reading, habit, context),
    ...power(reading.flow, habit, context),
    ...current(reading.flow, habit, context),
    ...voltage(reading.flow, habit, context),
    ...others(reading, habit, context),
  ]
  return values.filter((value) =>
    measurands.includes(value.measurand ?? 'Energy.Active.Import.Register'),
  )
}

function energy({ registerWh }: Reading, habit: MeterHabit, context: Context): SampledValue {
  if (habit.energy === 'bare') return { value: registerWh.toFixed(0) }
  const measurand = 'Energy.Active.Import.Register'
  return habit.energy === 'kWh'
    ? { value: (registerWh / 1000).toFixed(3), context, measurand, unit: 'kWh' }
    : { value: registerWh.toFixed(0), context, measurand, unit: 'Wh' }
}

function power(flow: Flow, habit: MeterHabit, context: Context): SampledValue[] {
  const measurand = 'Power.Active.Import'
  if (habit.power === 'none') return []
  if (habit.power === 'kW') {
    return [{ value: (flow.powerW / 1000).toFixed(2), context, measurand, unit: 'kW' }]
  }
  if (habit.power === 'per-phase') {
    return flow.phases.map((phase, index) => ({
      value: phase.powerW.toFixed(0),
      context,
      measurand,
      phase: phaseName(index, 'line'),
      unit: 'W',
    }))
  }
  return [{ value: flow.powerW.toFixed(0), context, measurand, unit: 'W' }]
}

function current(flow: Flow, habit: MeterHabit, context: Context): SampledValue[] {
  const measurand = 'Current.Import'
  if (habit.current === 'none') return []
  if (habit.current === 'one') {
    return [{ value: flow.currentA.toFixed(1), context, measurand, unit: 'A' }]
  }
  return flow.phases.map((phase, index) => ({
    value: phase.currentA.toFixed(1),
    context,
    measurand,
    phase: phaseName(index, 'line'),
    unit: 'A',
  }))
}

function voltage(flow: Flow, habit: MeterHabit, context: Context): SampledValue[] {
  const named = habit.voltage
  if (named === 'none') return []
  return flow.phases.map((phase, index) => ({
    value: phase.voltageV.toFixed(1),
    context,
    measurand: 'Voltage',
    phase: phaseName(index, named === 'L1' ? 'line' : 'neutral'),
    unit: 'V',
  }))
}

function others(reading: Reading, habit: MeterHabit, context: Context): SampledValue[] {
  const values: SampledValue[] = []
  if (habit.soc && reading.socPercent !== null) {
    const value = reading.socPercent.toFixed(0)
    values.push({ value, context, measurand: 'SoC', unit: 'Percent', location: 'EV' })
  }
  if (habit.temperature !== 'none') {
    const value = reading.temperatureC.toFixed(1)
    values.push({ value, context, measurand: 'Temperature', unit: habit.temperature })
  }
  return values
}

function phaseName(index: number, as: 'line' | 'neutral'): Phase {
  const phase = PHASES[index]
  if (phase === undefined) throw new Error(`no phase ${index + 1}`)
  return phase[as]
}
