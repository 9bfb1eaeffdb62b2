import type { Vehicle, VehicleWords } from './vehicle.ts'

/** What a vehicle gets from another that turned out to be the same: the words it has not got itself. */
export function wordsFromMerged(kept: Vehicle, other: Vehicle): Partial<VehicleWords> {
  return {
    name: kept.name || other.name,
    customerId: kept.customerId ?? other.customerId,
    batteryWh: kept.batteryWh ?? other.batteryWh,
    maxAcW: kept.maxAcW ?? other.maxAcW,
    maxDcW: kept.maxDcW ?? other.maxDcW,
    acPhases: kept.acPhases ?? other.acPhases,
    resumes: kept.resumes && other.resumes,
    standards: kept.standards.length > 0 ? kept.standards : other.standards,
    departsAt: kept.departsAt ?? other.departsAt,
    costCentre: kept.costCentre || other.costCentre,
    note: kept.note || other.note,
  }
}
