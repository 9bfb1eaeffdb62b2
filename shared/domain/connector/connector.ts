import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { id } from '../id/id.ts'
import { equipment } from './equipment.ts'

/** ChargePointStatus, OCPP 1.6 §7.7, and `Unknown` for a connector that has not spoken yet. */
export const connectorStatus = z.enum([
  'Available',
  'Preparing',
  'Charging',
  'SuspendedEV',
  'SuspendedEVSE',
  'Finishing',
  'Reserved',
  'Unavailable',
  'Faulted',
  'Unknown',
])
export type ConnectorStatus = z.infer<typeof connectorStatus>

/** One connector of a station with the last the charger said of it. Number 0 is the station itself (OCPP 1.6). */
export const connector = z.object({
  id,
  stationId: id,
  connectorId: z.int().describe('OCPP connector number; 0 is the whole station'),
  status: connectorStatus,
  errorCode: z.string().nullable().describe('ChargePointErrorCode; null when NoError'),
  vendorErrorCode: z.string().nullable(),
  info: z.string().nullable(),
  statusAt: instant.nullable().describe('When the charger says the status began'),
  powerW: z.int().nullable(),
  energyWh: z.int().nullable().describe('The import register'),
  currentDa: z.int().nullable().describe('The greatest phase current, 0.1 A'),
  socPct: z.number().nullable(),
  sampledAt: instant.nullable().describe('When powerW and energyWh were measured'),
  transactionId: id.nullable().describe('The transaction running now'),
  ...equipment.shape,
})
export type Connector = z.infer<typeof connector>
