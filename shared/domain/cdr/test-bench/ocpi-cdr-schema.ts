import { z } from 'zod'

// Written after the tables of OCPI 2.2.1 (mod_cdrs 10.3 and 10.4, mod_tariffs 11.3 and 11.4, mod_locations 8.4, types 17),
// not after what is written here.

/** types: CiString is printable ASCII. */
const ciString = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[\x20-\x7e]+$/)
const string = (most: number) => z.string().min(1).max(most)
/** types: DateTime, RFC 3339 in UTC. */
const dateTime = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z?$/)
/** types: a number has up to four decimals where nothing else is said. */
const number = z.number().refine((value) => Math.abs(value * 1e4 - Math.round(value * 1e4)) < 1e-6)
const price = z.strictObject({ excl_vat: number, incl_vat: number.optional() })

const dimensionType = z.enum([
  ...(['CURRENT', 'ENERGY', 'ENERGY_EXPORT', 'ENERGY_IMPORT', 'MAX_CURRENT'] as const),
  ...(['MIN_CURRENT', 'MAX_POWER', 'MIN_POWER', 'PARKING_TIME', 'POWER'] as const),
  ...(['RESERVATION_TIME', 'STATE_OF_CHARGE', 'TIME'] as const),
])
const chargingPeriod = z.strictObject({
  start_date_time: dateTime,
  // Energy is told as exactly as it was measured.
  dimensions: z.array(z.strictObject({ type: dimensionType, volume: z.number().min(0) })).min(1),
  tariff_id: ciString(36).optional(),
})

const cdrToken = z.strictObject({
  country_code: ciString(2),
  party_id: ciString(3),
  uid: ciString(36),
  type: z.enum(['AD_HOC_USER', 'APP_USER', 'OTHER', 'RFID']),
  contract_id: ciString(36),
})

const connectorType = z.enum([
  ...(['CHADEMO', 'CHAOJI', 'DOMESTIC_A', 'DOMESTIC_F', 'IEC_62196_T1'] as const),
  ...(['IEC_62196_T1_COMBO', 'IEC_62196_T2', 'IEC_62196_T2_COMBO', 'TESLA_R', 'TESLA_S'] as const),
])
const cdrLocation = z.strictObject({
  id: ciString(36),
  name: string(255).optional(),
  address: string(45),
  city: string(45),
  postal_code: string(10).optional(),
  state: string(20).optional(),
  country: string(3).length(3),
  coordinates: z.strictObject({
    latitude: z.string().regex(/^-?[0-9]{1,2}\.[0-9]{5,7}$/),
    longitude: z.string().regex(/^-?[0-9]{1,3}\.[0-9]{5,7}$/),
  }),
  evse_uid: ciString(36),
  evse_id: ciString(48).regex(/^[A-Z]{2}\*?[A-Z0-9]{3}\*?E[A-Z0-9][A-Z0-9*]{0,30}$/),
  connector_id: ciString(36),
  connector_standard: connectorType,
  connector_format: z.enum(['SOCKET', 'CABLE']),
  connector_power_type: z.enum([
    ...(['AC_1_PHASE', 'AC_2_PHASE', 'AC_2_PHASE_SPLIT', 'AC_3_PHASE', 'DC'] as const),
  ]),
})

const tariff = z.looseObject({
  country_code: ciString(2),
  party_id: ciString(3),
  id: ciString(36),
  currency: string(3),
  elements: z
    .array(
      z.looseObject({
        price_components: z
          .array(
            z.strictObject({
              type: z.enum(['ENERGY', 'FLAT', 'PARKING_TIME', 'TIME']),
              price: number,
              vat: number.optional(),
              step_size: z.int(),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
  last_updated: dateTime,
})

/** A CDR as a partner may expect it. */
export const ocpiCdr = z
  .strictObject({
    country_code: ciString(2),
    party_id: ciString(3),
    id: ciString(39),
    start_date_time: dateTime,
    end_date_time: dateTime,
    session_id: ciString(36).optional(),
    cdr_token: cdrToken,
    auth_method: z.enum(['AUTH_REQUEST', 'COMMAND', 'WHITELIST']),
    authorization_reference: ciString(36).optional(),
    cdr_location: cdrLocation,
    meter_id: string(255).optional(),
    currency: string(3).length(3),
    tariffs: z.array(tariff).optional(),
    charging_periods: z.array(chargingPeriod).min(1),
    total_cost: price,
    total_fixed_cost: price.optional(),
    total_energy: number,
    total_energy_cost: price.optional(),
    total_time: number,
    total_time_cost: price.optional(),
    total_parking_time: number.optional(),
    total_parking_cost: price.optional(),
    total_reservation_cost: price.optional(),
    remark: string(255).optional(),
    invoice_reference_id: ciString(39).optional(),
    credit: z.boolean().optional(),
    credit_reference_id: ciString(39).optional(),
    home_charging_compensation: z.boolean().optional(),
    last_updated: dateTime,
  })
  .refine(({ credit, credit_reference_id }) => credit !== true || credit_reference_id !== undefined)
  .refine(({ credit, id }) => credit === true || id.length <= 36)
  .refine(({ start_date_time, end_date_time }) => start_date_time <= end_date_time)
