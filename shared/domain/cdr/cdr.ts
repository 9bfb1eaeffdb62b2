/** An amount in major units (OCPI 2.2.1 Price). */
export interface CdrPrice {
  readonly excl_vat: number
  readonly incl_vat: number
}

/** What flowed or passed in a period: kWh or hours (OCPI 2.2.1 CdrDimension). */
export interface CdrDimension {
  readonly type: 'ENERGY' | 'TIME' | 'PARKING_TIME' | 'RESERVATION_TIME'
  readonly volume: number
}

export interface CdrPeriod {
  readonly start_date_time: string
  readonly dimensions: readonly CdrDimension[]
  readonly tariff_id?: string
}

/** A charge detail record as it goes over the wire (OCPI 2.2.1 mod_cdrs, CDR object); times in UTC. */
export interface Cdr {
  readonly country_code: string
  readonly party_id: string
  readonly id: string
  readonly start_date_time: string
  readonly end_date_time: string
  readonly session_id: string
  readonly cdr_token: {
    readonly country_code: string
    readonly party_id: string
    readonly uid: string
    readonly type: 'AD_HOC_USER' | 'RFID'
    readonly contract_id: string
  }
  readonly auth_method: 'WHITELIST'
  readonly cdr_location: {
    readonly id: string
    readonly name: string
    readonly address: string
    readonly city: string
    readonly postal_code?: string
    readonly country: string
    readonly coordinates: { readonly latitude: string; readonly longitude: string }
    readonly evse_uid: string
    readonly evse_id: string
    readonly connector_id: string
    readonly connector_standard: string
    readonly connector_format: 'SOCKET' | 'CABLE'
    readonly connector_power_type: string
  }
  readonly currency: string
  readonly tariffs?: readonly object[]
  readonly charging_periods: readonly CdrPeriod[]
  readonly total_cost: CdrPrice
  readonly total_fixed_cost?: CdrPrice
  readonly total_energy: number
  readonly total_energy_cost?: CdrPrice
  readonly total_time: number
  readonly total_time_cost?: CdrPrice
  readonly total_parking_time?: number
  readonly total_parking_cost?: CdrPrice
  readonly total_reservation_cost?: CdrPrice
  readonly remark?: string
  readonly credit?: true
  readonly credit_reference_id?: string
  readonly last_updated: string
}
