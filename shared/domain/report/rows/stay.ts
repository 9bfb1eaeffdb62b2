import type { Id } from '../../id/id.ts'
import type { Cells } from '../column.ts'
import type { ReportFilter } from '../spec.ts'

/** Whose a stay was, and where, in words as they are known now. */
export interface StayFacts {
  readonly site: string
  readonly stationId: Id | null
  readonly station: string
  /** As the charger calls itself. */
  readonly chargePointId: string
  readonly connectorId: number | null
  readonly bookingId: Id | null
  readonly customerId: Id | null
  readonly customer: string
  readonly customerReference: string
  readonly vehicleId: Id | null
  readonly vehicle: string
  readonly driver: string
  readonly idToken: string
  readonly plate: string
  readonly costCentre: string
}

/** Who served, at which till and in which shift. */
export interface ServedFacts {
  readonly attendant: string
  readonly till: string
  readonly shift: number | null
}

export const placeCells: Cells<{ readonly stay: StayFacts }> = {
  site: ({ stay }) => stay.site,
  station: ({ stay }) => stay.station,
  evse_id: ({ stay }) => stay.chargePointId,
  connector: ({ stay }) => stay.connectorId,
}

export const whoseCells: Cells<{ readonly stay: StayFacts }> = {
  booking_id: ({ stay }) => stay.bookingId,
  customer: ({ stay }) => stay.customer,
  customer_reference: ({ stay }) => stay.customerReference,
  driver: ({ stay }) => stay.driver,
  id_token: ({ stay }) => stay.idToken,
  plate: ({ stay }) => stay.plate,
  cost_centre: ({ stay }) => stay.costCentre,
}

export const servedCells: Cells<{ readonly served: ServedFacts }> = {
  attendant: ({ served }) => served.attendant,
  till: ({ served }) => served.till,
  shift: ({ served }) => served.shift,
}

/** Whether a stay is one of those that are asked for. */
export function isStayAskedFor(
  { customerId, costCentre, stationId, vehicleId }: StayFacts,
  filter: ReportFilter,
): boolean {
  return (
    (filter.customerId ?? customerId) === customerId &&
    (filter.costCentre ?? costCentre) === costCentre &&
    (filter.stationId ?? stationId) === stationId &&
    (filter.vehicleId ?? vehicleId) === vehicleId
  )
}
