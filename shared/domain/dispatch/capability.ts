import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { chargingRateUnit, type ChargingRateUnit } from '../charging-profile/charging-profile.ts'
import { phaseRotation, type PhaseRotation } from '../station/phase-rotation.ts'

/** What a charger says of charging profiles in its configuration (OCPP 1.6 §9.4); what it leaves out is guessed low. */
export const capability = z.object({
  smartCharging: z.boolean().describe('Whether it takes charging profiles at all'),
  units: z.array(chargingRateUnit).min(1).describe('What limits may be in, the better one first'),
  maxStackLevel: z.int(),
  maxPeriods: z.int(),
  maxProfiles: z.int().nullable().describe('How many it keeps; null when not told'),
  rotations: z
    .record(z.string(), phaseRotation)
    .describe('How it says each connector is wired, by number; 0 is its supply'),
  readAt: instant,
})
export type Capability = z.infer<typeof capability>

/** A configuration key as a charger tells it. */
export interface ToldKey {
  readonly key: string
  readonly value: string | null
}

/** What every charger that takes profiles takes. */
const LOWEST_STACK_LEVEL = 0

/** A charger that doesn't tell how many periods it takes gets no more; most plans of a night need fewer. */
const UNTOLD_PERIODS = 12

/** No charger is told more, whatever it says that it takes. */
const MOST_PERIODS = 100

/** A stack level above this is a way of saying that there is no limit. */
const MOST_STACK_LEVEL = 100

/** What may be sent, from what the charger has told of its configuration. */
export function readCapability(told: readonly ToldKey[], readAt: number): Capability {
  const value = (...names: string[]): string | null => {
    for (const name of names) {
      const found = told.find(({ key }) => plain(key) === plain(name))
      if (found?.value?.trim()) return found.value.trim()
    }
    return null
  }
  const stackLevel = whole(value('ChargeProfileMaxStackLevel', 'ChargingProfileMaxStackLevel'))
  const periods = whole(value('ChargingScheduleMaxPeriods', 'ChargingScheduleMaxPeriod'))
  const profiles = value('SupportedFeatureProfiles', 'SupportedFeatureProfile')
  return {
    smartCharging: profiles === null || takesProfiles(profiles),
    units: unitsOf(
      value('ChargingScheduleAllowedChargingRateUnit', 'ChargingScheduleAllowedChargingRateUnits'),
    ),
    maxStackLevel: Math.min(stackLevel ?? LOWEST_STACK_LEVEL, MOST_STACK_LEVEL),
    maxPeriods: Math.min(Math.max(1, periods ?? UNTOLD_PERIODS), MOST_PERIODS),
    maxProfiles: whole(value('MaxChargingProfilesInstalled', 'MaxChargingProfileInstalled')),
    rotations: rotationsOf(value('ConnectorPhaseRotation')),
    readAt,
  }
}

/** How that connector is wired by the charger's own word; null when it doesn't say. */
export function toldRotation(
  { rotations }: Pick<Capability, 'rotations'>,
  connectorId: number,
): PhaseRotation | null {
  return rotations[String(connectorId)] ?? null
}

/** Key names differ in case, hyphens and dots between makes. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
}

function takesProfiles(profiles: string): boolean {
  return profiles.split(/[,;|]/).some((profile) => plain(profile) === 'smartcharging')
}

/** A whole number that is not negative; null for anything else. */
function whole(text: string | null): number | null {
  if (text === null || !/^\+?\d{1,9}(\.0+)?$/.test(text)) return null
  return Math.trunc(Number(text))
}

/** OCPP 1.6 says Current and Power; A, W, Amps and Watts are seen as well. Amperes are what every charger takes. */
function unitsOf(text: string | null): ChargingRateUnit[] {
  const words = (text ?? '').split(/[,;|/\s]+/).map(plain)
  const has = (...starts: string[]) =>
    words.some((word) => starts.some((start) => word.startsWith(start)) && word !== '')
  const inA = words.includes('a') || has('current', 'amp')
  const inW = words.includes('w') || words.includes('kw') || has('power', 'watt')
  return inA || !inW ? (inW ? ['A', 'W'] : ['A']) : ['W']
}

/** `0.RST, 1.RST, 2.RTS`; without a number it is meant for the supply. Unknown and NotApplicable tell nothing. */
function rotationsOf(text: string | null): Record<string, PhaseRotation> {
  const rotations: Record<string, PhaseRotation> = {}
  for (const entry of (text ?? '').split(/[,;]/)) {
    const [, number = '0', letters = ''] =
      /^\s*(?:(\d{1,4})\s*[.:=]\s*)?([a-z]{3})\s*$/i.exec(entry) ?? []
    const rotation = phaseRotation.safeParse(letters.toUpperCase())
    if (rotation.success) rotations[String(Number(number))] = rotation.data
  }
  return rotations
}
