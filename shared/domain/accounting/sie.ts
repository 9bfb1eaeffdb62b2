import { minorDigits } from '../money/currency.ts'
import type { BookAccount } from './account-plan.ts'
import { pc8Text } from './pc8.ts'
import type { Voucher } from './voucher.ts'

// SIE 4I: vouchers of a subsystem for bookkeeping, by "SIE filformat, utgåva 4B" (SIE-Gruppen, 2008-09-30). Where a
// paragraph isn't named the section of the record itself is meant, such as #VER.

/** Who hands the file over, and what it holds. */
export interface SieHeader {
  readonly program: string
  readonly version: string
  /** A local day. */
  readonly generatedOn: string
  readonly companyName: string
  readonly organisationNumber: string
  readonly currency: string
  /** Those that vouchers of the file book on. */
  readonly accounts: readonly BookAccount[]
}

/** Records end with CR LF; a reader takes LF alone as well. */
const END = '\r\n'
const LONGEST_TEXT = 120

/**
 * The records before the vouchers, in the order that the format has them in: the flag, who and what, the accounts. There
 * is no #RAR: what is handed over is vouchers, and their financial year is the receiver's.
 */
export function sieHeader(header: SieHeader): string {
  const { program, version, generatedOn, companyName, organisationNumber, currency } = header
  const records = [
    '#FLAGGA 0',
    `#PROGRAM ${quoted(program)} ${quoted(version)}`,
    '#FORMAT PC8',
    `#GEN ${dateOf(generatedOn)}`,
    '#SIETYP 4',
    ...orgRecord(organisationNumber),
    `#FNAMN ${quoted(companyName)}`,
    // Kronor where nothing is told (SIE 4B, #VALUTA).
    ...(currency === 'SEK' ? [] : [`#VALUTA ${currency}`]),
    ...accountsOnce(header.accounts).map(({ number, name }) => `#KONTO ${number} ${quoted(name)}`),
  ]
  return records.map((record) => `${record}${END}`).join('')
}

/**
 * A voucher with its lines. Series and number are left empty: the receiver gives them (SIE 4B, #VER).
 */
export function sieVoucher({ on, text, lines }: Voucher, currency: string): string {
  const rows = lines.map(
    ({ number, amountMinor }) =>
      `   #TRANS ${number} {} ${amountText(amountMinor, currency)}${END}`,
  )
  return `#VER "" "" ${dateOf(on)} ${quoted(text)}${END}{${END}${rows.join('')}}${END}`
}

/** A text as a field: in quotes, quotes in it behind a backslash, which itself is written as a slash. */
function quoted(text: string): string {
  const kept = pc8Text(text).slice(0, LONGEST_TEXT)
  return `"${kept.replaceAll('\\', '/').replaceAll('"', '\\"')}"`
}

/** An amount has a point before its decimals, no other sign but a minus before it. */
function amountText(minor: number, currency: string): string {
  const digits = minorDigits(currency)
  const text = String(Math.abs(minor)).padStart(digits + 1, '0')
  const whole = text.slice(0, text.length - digits)
  const sign = minor < 0 ? '-' : ''
  return digits === 0 ? `${sign}${text}` : `${sign}${whole}.${text.slice(-digits)}`
}

/** yyyymmdd */
function dateOf(day: string): string {
  return day.replaceAll('-', '')
}

/** nnnnnn-nnnn, or not at all. */
function orgRecord(organisationNumber: string): string[] {
  const digits = organisationNumber.replaceAll(/\D/g, '').slice(-10)
  return digits.length === 10 ? [`#ORGNR ${digits.slice(0, 6)}-${digits.slice(6)}`] : []
}

function accountsOnce(accounts: readonly BookAccount[]): BookAccount[] {
  const once = new Map(accounts.map((row) => [row.number, row]))
  return [...once.values()].sort((one, other) => (one.number < other.number ? -1 : 1))
}
