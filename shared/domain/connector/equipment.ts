import { z } from 'zod'

/** The plug (OCPI 2.2.1 ConnectorType, those found on a yard). */
export const connectorStandard = z.enum([
  'IEC_62196_T2',
  'IEC_62196_T2_COMBO',
  'CHADEMO',
  'IEC_62196_T1',
  'IEC_62196_T1_COMBO',
  'DOMESTIC_F',
  'TESLA_S',
])
export type ConnectorStandard = z.infer<typeof connectorStandard>

/** What comes out of it (OCPI 2.2.1 PowerType). */
export const powerType = z.enum(['AC_1_PHASE', 'AC_2_PHASE', 'AC_3_PHASE', 'DC'])
export type PowerType = z.infer<typeof powerType>

/** What a connector is, as somebody has told: OCPP 1.6 chargers don't. Null is unknown, and nothing is refused over it. */
export const equipment = z.strictObject({
  standard: connectorStandard.nullable(),
  powerType: powerType.nullable(),
  maxPowerW: z.int().min(500).max(1_500_000).nullable(),
})
export type Equipment = z.infer<typeof equipment>

/** What is known of a connector that nobody has described. */
export const unknownEquipment: Equipment = { standard: null, powerType: null, maxPowerW: null }

/** What a vehicle takes, as far as it is known. */
export interface Intake {
  readonly maxAcW: number | null
  readonly maxDcW: number | null
  readonly acPhases: 1 | 2 | 3 | null
  readonly standards: readonly ConnectorStandard[]
}

const phases: Record<Exclude<PowerType, 'DC'>, number> = {
  AC_1_PHASE: 1,
  AC_2_PHASE: 2,
  AC_3_PHASE: 3,
}

/**
 * What can flow between a connector and a vehicle, W; null when neither tells a limit. A car with fewer phases than
 * the connector gets that share of its power; one with more takes that share of its own, for it draws no more on a
 * phase than it does on three.
 */
export function powerBetween(connector: Equipment, vehicle: Intake | null): number | null {
  const limits: number[] = []
  const { powerType: type, maxPowerW } = connector
  const connectorPhases = type === null || type === 'DC' ? null : phases[type]
  const carPhases = vehicle?.acPhases ?? null
  if (maxPowerW !== null) limits.push(maxPowerW * share(carPhases, connectorPhases))
  if (vehicle !== null && type !== null) {
    const intake = type === 'DC' ? vehicle.maxDcW : vehicle.maxAcW
    if (intake !== null) limits.push(intake * share(connectorPhases, carPhases))
  }
  return limits.length === 0 ? null : Math.floor(Math.min(...limits))
}

/** The share of so many phases that these are; all where either isn't known. */
function share(these: number | null, all: number | null): number {
  return these === null || all === null ? 1 : Math.min(1, these / all)
}

/** Whether the plugs fit, as far as both are known. */
export function plugsFit(connector: Equipment, vehicle: Intake | null): boolean {
  if (vehicle === null || connector.standard === null || vehicle.standards.length === 0) return true
  return vehicle.standards.includes(connector.standard)
}
