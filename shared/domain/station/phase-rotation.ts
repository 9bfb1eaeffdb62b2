import { z } from 'zod'

/**
 * How a charger's phases lie on the grid's (OCPP 1.6 ConnectorPhaseRotation): RST is L1-L2-L3 as on the grid; in
 * STR the charger's first phase is the grid's L2.
 */
export const phaseRotation = z.enum(['RST', 'RTS', 'SRT', 'STR', 'TRS', 'TSR'])
export type PhaseRotation = z.infer<typeof phaseRotation>
