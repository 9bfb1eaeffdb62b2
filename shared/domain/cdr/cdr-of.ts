import { type Instant, toIso } from '../../time/instant.ts'
import type { Bill, BillLineKind, BillRevision } from '../bill/bill.ts'
import type { Connector } from '../connector/connector.ts'
import { minorDigits } from '../money/currency.ts'
import type { Site } from '../site/site.ts'
import type { Station } from '../station/station.ts'
import type { ChargingPeriod } from '../tariff/charging-period.ts'
import { exportOcpi } from '../tariff/ocpi-json.ts'
import type { TariffVersion } from '../tariff/tariff.ts'
import type { Cdr, CdrDimension, CdrPeriod, CdrPrice } from './cdr.ts'
import { cdrIdOf, creditCdrIdOf } from './cdr-id.ts'
import type { CdrTermsWords } from './cdr-terms.ts'

/** What a CDR is made of. */
export interface CdrParts {
  readonly bill: Pick<
    Bill,
    'id' | 'transactionId' | 'bookingId' | 'connectorId' | 'idToken' | 'currency' | 'startsAt'
  >
  readonly revision: BillRevision
  readonly station: Pick<Station, 'id' | 'chargePointId'>
  /** Null for one that nobody has described. */
  readonly connector: Pick<Connector, 'standard' | 'powerType'> | null
  readonly tariff: TariffVersion | null
  readonly site: Pick<Site, 'id' | 'name'>
  readonly terms: CdrTermsWords
  /** What the driver's contract is called; the id token where it has no other name. */
  readonly contractId: string
}

const SECONDS_AN_HOUR = 3_600

/** The charge detail record of a bill as it was made final, by OCPI 2.2.1 (mod_cdrs). */
export function cdrOf(parts: CdrParts): Cdr {
  const { bill, revision, terms, site, tariff } = parts
  const party = { countryCode: terms.countryCode, partyId: terms.partyId }
  const made = tariff === null ? null : exportOcpi(tariff, '2.2.1', party)
  const ended = endOf(parts)
  const secondsOf = (state: ChargingPeriod['state']): number =>
    revision.periods.reduce((sum, one) => sum + (one.state === state ? one.seconds : 0), 0)
  const parkingHours = hours(secondsOf('PARKING'))
  const price = (...kinds: BillLineKind[]) => priceOf(parts, kinds)
  const parking = price('parking')
  const reservation = price('reservation', 'noShow')
  const flat = price('flat')
  const time = price('time')
  const energy = price('energy')
  const remark = revision.note.slice(0, 255)
  return {
    country_code: terms.countryCode,
    party_id: terms.partyId,
    id: cdrIdOf(revision),
    start_date_time: toIso(bill.startsAt),
    end_date_time: toIso(ended),
    session_id: bill.transactionId ?? bill.bookingId ?? bill.id,
    cdr_token: tokenOf(parts),
    auth_method: 'WHITELIST',
    cdr_location: {
      ...{ id: site.id, name: site.name.slice(0, 255), address: terms.address, city: terms.city },
      ...(terms.postalCode === '' ? {} : { postal_code: terms.postalCode }),
      country: terms.country,
      coordinates: { latitude: terms.latitude, longitude: terms.longitude },
      ...evseOf(parts),
    },
    currency: bill.currency,
    // Prices that 2.2.1 can't write before tax are left out: the costs stand beside.
    ...(made !== null && 'json' in made ? { tariffs: [made.json] } : {}),
    charging_periods: periodsOf(parts),
    total_cost: majorOf(bill.currency, revision.exclMinor, revision.inclMinor),
    ...(flat && { total_fixed_cost: flat }),
    total_energy: revision.energyWh / 1_000,
    ...(energy && { total_energy_cost: energy }),
    total_time: hours(secondsOf('CHARGING') + secondsOf('PARKING')),
    ...(time && { total_time_cost: time }),
    ...(parkingHours > 0 ? { total_parking_time: parkingHours } : {}),
    ...(parking && { total_parking_cost: parking }),
    ...(reservation && { total_reservation_cost: reservation }),
    ...(remark === '' ? {} : { remark }),
    last_updated: toIso(revision.at),
  }
}

/**
 * What takes a CDR back: all of it as it was, its total cost below zero (OCPI 2.2.1 mod_cdrs, Credit CDRs).
 * @param at when the bill came to something else
 */
export function creditCdrOf(parts: CdrParts, at: Instant): Cdr {
  const cdr = cdrOf(parts)
  const { excl_vat, incl_vat } = cdr.total_cost
  return {
    ...cdr,
    id: creditCdrIdOf(parts.revision),
    total_cost: { excl_vat: negative(excl_vat), incl_vat: negative(incl_vat) },
    credit: true,
    credit_reference_id: cdr.id,
    last_updated: toIso(at),
  }
}

function periodsOf({ bill, revision, tariff }: CdrParts): CdrPeriod[] {
  const tariffId = tariff === null ? {} : { tariff_id: tariff.tariffId }
  const periods = revision.periods
    .toSorted((one, other) => one.startsAt - other.startsAt)
    .map((period) => ({
      start_date_time: toIso(period.startsAt),
      dimensions: dimensionsOf(period),
      ...tariffId,
    }))
  // OCPI wants one at least.
  if (periods.length > 0) return periods
  const dimensions = [{ type: 'ENERGY', volume: revision.energyWh / 1_000 } as const]
  return [{ start_date_time: toIso(bill.startsAt), dimensions }]
}

function dimensionsOf({ state, seconds, energyMilliWh }: ChargingPeriod): CdrDimension[] {
  const volume = hours(seconds)
  switch (state) {
    case 'CHARGING':
      return [
        { type: 'ENERGY', volume: energyMilliWh / 1_000_000 },
        { type: 'TIME', volume },
      ]
    case 'PARKING':
      return [{ type: 'PARKING_TIME', volume }]
    case 'RESERVATION':
    case 'RESERVATION_EXPIRED':
      return [{ type: 'RESERVATION_TIME', volume }]
  }
}

/**
 * When the stay was over: by what it was priced from, which stays, since the CDR of a revision is the same however often
 * it is made.
 */
function endOf({ bill, revision }: CdrParts): Instant {
  const ends = revision.periods.map(({ startsAt, seconds }) => startsAt + seconds * 1_000)
  return Math.round(Math.max(bill.startsAt, ...ends))
}

function tokenOf({ bill, terms, contractId }: CdrParts): Cdr['cdr_token'] {
  const owner = { country_code: terms.countryCode, party_id: terms.partyId }
  if (bill.idToken === '')
    return { ...owner, uid: bill.id, type: 'AD_HOC_USER', contract_id: bill.id }
  const uid = ciString(bill.idToken, 36)
  const contract = contractId === '' ? uid : ciString(contractId, 36)
  return { ...owner, uid, type: 'RFID', contract_id: contract }
}

/** What nobody has told of a connector is the commonest one: OCPI has no word for what isn't known. */
function evseOf({ station, bill, connector, terms }: CdrParts) {
  const number = bill.connectorId ?? 1
  const powerType = connector?.powerType ?? 'AC_3_PHASE'
  const isCable = powerType === 'DC'
  return {
    evse_uid: station.id,
    evse_id: evseIdOf(station.chargePointId, number, terms),
    connector_id: String(number),
    connector_standard: connector?.standard ?? (isCable ? 'IEC_62196_T2_COMBO' : 'IEC_62196_T2'),
    connector_format: isCable ? ('CABLE' as const) : ('SOCKET' as const),
    connector_power_type: powerType,
  }
}

/** An eMI3 EVSE id: country, operator, E, and at most 31 letters, digits and stars that the operator calls it by. */
function evseIdOf(
  chargePointId: string,
  connector: number,
  { countryCode, partyId }: CdrTermsWords,
): string {
  const within = chargePointId
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '*')
    .replaceAll(/^\*|\*$/g, '')
    .slice(0, 24)
  return `${countryCode}*${partyId}*E${within || '0'}*${connector}`
}

/** OCPI's CiString: printable ASCII, of at most so many characters. */
function ciString(text: string, most: number): string {
  return text.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, most)
}

/** What the lines of these kinds come to; null where there are none. */
function priceOf({ bill, revision }: CdrParts, kinds: readonly BillLineKind[]): CdrPrice | null {
  const lines = revision.lines.filter(({ kind }) => kinds.includes(kind))
  if (lines.length === 0) return null
  const exclMinor = lines.reduce((sum, line) => sum + line.exclMinor, 0)
  const vatMinor = lines.reduce((sum, line) => sum + line.vatMinor, 0)
  return majorOf(bill.currency, exclMinor, exclMinor + vatMinor)
}

/** JSON has no other numbers: a double tells minor units exactly once it is read with as many decimals. */
function majorOf(currency: string, exclMinor: number, inclMinor: number): CdrPrice {
  const unit = 10 ** minorDigits(currency)
  return { excl_vat: exclMinor / unit, incl_vat: inclMinor / unit }
}

/** Hours to four decimals: a third of a second. */
function hours(seconds: number): number {
  return Math.round((seconds / SECONDS_AN_HOUR) * 10_000) / 10_000
}

function negative(amount: number): number {
  return amount === 0 ? 0 : -amount
}
