import { HOUR } from '../../time/instant.ts'
import { minorDigits } from '../money/currency.ts'

/** What a file tells: the building's load or the price of energy. */
export type SeriesFileKind = 'base' | 'price'

/** In what the values of a file are. */
export interface SeriesUnit {
  /** As people write it: `kW`, `kWh`, `öre/kWh`. */
  readonly label: string
  /** Whether the heading tells it; otherwise it is what such files mostly are in. */
  readonly told: boolean
  /** False where it is money of another currency than the site's, which nobody here can change. */
  readonly fits: boolean
  /** A value in W, or in minor units per MWh, not rounded. */
  toValue(written: number, lengthMs: number): number
}

const POWER = /(?<![\p{L}\p{N}])(?<scale>[kM]?)W(?<hours>h)?(?![\p{L}\p{N}])/iu
const PRICE = /(?<money>[\p{L}€$£]{1,6})\s*(?:\/|\bper\b)\s*(?<scale>[kM]?)Wh(?![\p{L}\p{N}])/iu

const scales: Readonly<Record<string, number>> = { '': 1, k: 1_000, m: 1_000_000 }

/** What money is called that isn't written by its ISO 4217 code, and of which currencies. */
const major: Readonly<Record<string, readonly string[]>> = {
  kr: ['SEK', 'NOK', 'DKK', 'ISK'],
  '€': ['EUR'],
  euro: ['EUR'],
  $: ['USD'],
  '£': ['GBP'],
}
const minor: Readonly<Record<string, readonly string[]>> = {
  öre: ['SEK'],
  ore: ['SEK'],
  øre: ['NOK', 'DKK'],
  cent: ['EUR', 'USD'],
  cents: ['EUR', 'USD'],
  ct: ['EUR'],
  c: ['EUR', 'USD'],
  p: ['GBP'],
  pence: ['GBP'],
}

/**
 * The unit that a heading names, such as `Last (kWh)` or `Pris öre/kWh`; null when none that such a file could be in.
 * Energy is told per step and comes to the step's mean power.
 * @param currency the site's, ISO 4217
 */
export function seriesUnit(
  kind: SeriesFileKind,
  heading: string,
  currency: string,
): SeriesUnit | null {
  if (kind === 'price') {
    const found = PRICE.exec(heading)?.groups
    if (!found) return null
    const { money = '', scale = '' } = found
    return { ...priceUnit(money, scale, currency), told: true }
  }
  const found = POWER.exec(heading)?.groups
  if (!found) return null
  const letter = found['scale'] ?? ''
  return { ...loadUnit(letter, found['hours'] !== undefined), told: true }
}

/** What values are in where no heading tells: kW, or the site's money per kWh. */
export function unitWhereUntold(kind: SeriesFileKind, currency: string): SeriesUnit {
  const unit = kind === 'base' ? loadUnit('k', false) : priceUnit(currency, 'k', currency)
  return { ...unit, told: false }
}

function loadUnit(letter: string, isEnergy: boolean): Omit<SeriesUnit, 'told'> {
  const scale = scales[letter.toLowerCase()] ?? 1
  const written = { '': '', k: 'k', m: 'M' }[letter.toLowerCase()] ?? ''
  return {
    label: `${written}W${isEnergy ? 'h' : ''}`,
    fits: true,
    toValue: (value, lengthMs) => (isEnergy ? (value * scale * HOUR) / lengthMs : value * scale),
  }
}

function priceUnit(money: string, letter: string, currency: string): Omit<SeriesUnit, 'told'> {
  const word = money.toLowerCase()
  const isMinor = Object.hasOwn(minor, word)
  const currencies = minor[word] ?? major[word] ?? [money.toUpperCase()]
  const minorEach = isMinor ? 1 : 10 ** minorDigits(currency)
  const each = 1_000_000 / (scales[letter.toLowerCase()] ?? 1)
  return {
    label: `${money}/${{ '': '', k: 'k', m: 'M' }[letter.toLowerCase()] ?? ''}Wh`,
    fits: currencies.includes(currency),
    toValue: (value) => value * minorEach * each,
  }
}
