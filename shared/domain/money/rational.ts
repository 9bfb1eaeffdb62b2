/** An exact number: `num / den`, in lowest terms, `den` above zero. */
export interface Rational {
  readonly num: bigint
  readonly den: bigint
}

export const ZERO: Rational = { num: 0n, den: 1n }

const DECIMAL = /^(?<sign>[+-]?)(?<whole>\d+)(?:\.(?<part>\d+))?(?:e(?<exponent>[+-]?\d{1,3}))?$/i

/** `num / den`; a denominator of zero is a bug. */
export function rational(num: bigint, den = 1n): Rational {
  if (den === 1n || num === 0n) return { num, den: 1n }
  const sign = den < 0n ? -1n : 1n
  const common = sign * gcd(num < 0n ? -num : num, den < 0n ? -den : den)
  return { num: num / common, den: den / common }
}

export function whole(integer: number): Rational {
  return { num: BigInt(integer), den: 1n }
}

/**
 * A decimal exactly as it is written, 0.1 as a tenth. A number counts as the shortest decimal that it is the double of,
 * which is what a JSON text said that has at most 15 digits. Null when it is no decimal.
 */
export function decimal(written: number | string): Rational | null {
  const found = DECIMAL.exec(String(written))?.groups
  if (!found) return null
  const part = found['part'] ?? ''
  const digits = BigInt(`${found['sign'] === '-' ? '-' : ''}${found['whole']}${part}`)
  const power = Number(found['exponent'] ?? 0) - part.length
  return power >= 0
    ? rational(digits * 10n ** BigInt(power))
    : rational(digits, 10n ** BigInt(-power))
}

export function plus(one: Rational, other: Rational): Rational {
  if (one.den === other.den) return rational(one.num + other.num, one.den)
  return rational(one.num * other.den + other.num * one.den, one.den * other.den)
}

export function minus(one: Rational, other: Rational): Rational {
  return plus(one, { num: -other.num, den: other.den })
}

export function times(one: Rational, other: Rational): Rational {
  return rational(one.num * other.num, one.den * other.den)
}

/** A divisor of zero is a bug. */
export function dividedBy(one: Rational, other: Rational): Rational {
  return rational(one.num * other.den, one.den * other.num)
}

/** Below zero, zero or above, as `one` is less than, the same as or more than `other`. */
export function compare(one: Rational, other: Rational): number {
  const difference = one.num * other.den - other.num * one.den
  return difference === 0n ? 0 : difference < 0n ? -1 : 1
}

export function isZero(one: Rational): boolean {
  return one.num === 0n
}

export function sum(all: readonly Rational[]): Rational {
  return all.reduce(plus, ZERO)
}

/** The largest integer that isn't above it. */
export function floor({ num, den }: Rational): bigint {
  const quotient = num / den
  return num < 0n && num % den !== 0n ? quotient - 1n : quotient
}

/** The least multiple of the step that isn't below it; the number itself for a step of zero. */
export function ceilTo(one: Rational, step: Rational): Rational {
  if (isZero(step)) return one
  const { num, den } = dividedBy(one, step)
  return times(rational(-floor({ num: -num, den })), step)
}

/** The nearest integer, a half up: 0.5 is 1, −0.5 is 0. */
export function roundHalfUp({ num, den }: Rational): number {
  return Number(floor({ num: 2n * num + den, den: 2n * den }))
}

/** How long a term may be for a double to hold it, with some to spare. */
const MOST_BITS = 1_000

/** The nearest double. */
export function toNumber({ num, den }: Rational): number {
  const integer = num / den
  // Terms of many cut periods together can be longer than a double reaches: bits that far behind say nothing.
  const longer = BigInt(Math.max(0, den.toString(2).length - MOST_BITS))
  const rest = Number((num - integer * den) >> longer) / Number(den >> longer)
  return Number(integer) + rest
}

/** As a decimal where it has an end, such as `12.375`, and else as a fraction, such as `50/3`. */
export function exactText({ num, den }: Rational): string {
  const digits = decimalsOf(den)
  if (digits === null) return `${num}/${den}`
  const scaled = String(((num < 0n ? -num : num) * 10n ** BigInt(digits)) / den).padStart(
    digits + 1,
    '0',
  )
  const sign = num < 0n ? '-' : ''
  if (digits === 0) return `${sign}${scaled}`
  return `${sign}${scaled.slice(0, -digits)}.${scaled.slice(-digits)}`
}

/** How many decimals a fraction with that denominator has; null when it has no end. */
function decimalsOf(den: bigint): number | null {
  let left = den
  let twos = 0
  let fives = 0
  for (; left % 2n === 0n; left /= 2n) twos++
  for (; left % 5n === 0n; left /= 5n) fives++
  return left === 1n ? Math.max(twos, fives) : null
}

function gcd(one: bigint, other: bigint): bigint {
  let [a, b] = [one, other]
  while (b !== 0n) [a, b] = [b, a % b]
  return a
}
