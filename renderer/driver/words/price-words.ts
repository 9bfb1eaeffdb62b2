import type { PriceLimit } from '../../../shared/domain/tariff/ocpi-tariff.ts'
import type { OnlyWhen, PricePhrase, TariffWords } from '../../../shared/domain/tariff/words.ts'
import type { Says } from './words.ts'

/** Line by line, as the desk tells it too: prices in AFIR's order, limits and grace, and last the tax. */
export function priceLines(words: TariffWords, says: Says): string[] {
  const { price } = says.words
  const { currency, least, most, idleGraceMin } = words
  if (words.free) return [price.free]
  return [
    ...words.phrases.map((phrase) =>
      [phraseWords(phrase, currency, says), stepWords(phrase, says)].filter(Boolean).join(', '),
    ),
    ...(idleGraceMin > 0 ? [price.grace(idleGraceMin)] : []),
    ...(least ? [price.least(limitWords(least, currency, says))] : []),
    ...(most ? [price.most(limitWords(most, currency, says))] : []),
    taxWords(words, says),
  ]
}

/** What a driver who stays after charging pays, and after which grace; empty where that costs nothing. */
export function idleWords(words: TariffWords, says: Says): string[] {
  const idle = words.phrases.filter(({ of }) => of === 'parking' || of === 'connected')
  const costs = idle.filter(({ price }) => Number(price) > 0)
  if (costs.length === 0) return []
  return [
    ...costs.map((phrase) => phraseWords(phrase, words.currency, says)),
    ...(words.idleGraceMin > 0 ? [says.words.price.grace(words.idleGraceMin)] : []),
  ]
}

/** The same in one line, without when it holds; empty where it costs nothing. */
export function idleShort(words: TariffWords, says: Says): string {
  const costs = words.phrases.find(
    ({ of, price }) => (of === 'parking' || of === 'connected') && Number(price) > 0,
  )
  if (costs === undefined) return ''
  const { offers } = says.words.site
  const amount = perWords(costs, words.currency, says)
  if (costs.of === 'connected') return offers.allAlong(amount)
  return words.idleGraceMin > 0
    ? offers.afterGrace(amount, words.idleGraceMin)
    : offers.afterwards(amount)
}

/** What comes first on a price list: what energy or, where that has no price, time costs. */
export function leadPrice(words: TariffWords, says: Says): string {
  const [first] = words.phrases
  if (words.free || first === undefined) return says.words.price.free
  return phraseWords({ ...first, only: [], otherwise: false }, words.currency, says)
}

function phraseWords(phrase: PricePhrase, currency: string, says: Says): string {
  const { price } = says.words
  const told = price.of[phrase.of](perWords(phrase, currency, says))
  return phrase.otherwise && phrase.only.length === 0
    ? price.otherwise(told)
    : [told, ...phrase.only.map((only) => whenWords(only, says))].join(', ')
}

function perWords(
  { price: sum, per }: PricePhrase,
  currency: string,
  { words: { price }, format }: Says,
): string {
  const amount = format.unitPrice(sum, currency)
  if (per === 'minute') return price.perMinute(amount)
  return per === 'hour' ? price.perHour(amount) : amount
}

function whenWords(only: OnlyWhen, says: Says): string {
  const { price } = says.words
  switch (only.when) {
    case 'times':
      return `${only.from}–${only.until === '00:00' ? '24:00' : only.until}`
    case 'days':
      return dayRuns(only.weekdays, says)
    case 'dates': {
      const date = (day: string) => says.format.date(Date.parse(`${day}T12:00:00Z`))
      return [
        only.from === null ? '' : price.fromDate(date(only.from)),
        only.until === null ? '' : price.untilDate(date(only.until)),
      ]
        .filter(Boolean)
        .join(' ')
    }
    default: {
      const { when } = only
      const bound = (value: number) => decimals(when === 'seconds' ? value / 60 : value, says)
      if (only.from === null) return price.less[when](bound(only.until ?? 0))
      return only.until === null
        ? price.more[when](bound(only.from))
        : price.within[when](bound(only.from), bound(only.until))
    }
  }
}

function dayRuns(weekdays: readonly number[], { format }: Says): string {
  const runs: [first: number, last: number][] = []
  for (const day of weekdays) {
    const run = runs[runs.length - 1]
    if (run !== undefined && run[1] === day - 1) run[1] = day
    else runs.push([day, day])
  }
  return runs
    .map(([first, last]) =>
      first === last ? format.weekday(first) : `${format.weekday(first)}–${format.weekday(last)}`,
    )
    .join(', ')
}

function stepWords({ of, per, step }: PricePhrase, { words: { price } }: Says): string {
  if (per === 'once' || step <= 1) return ''
  if (of === 'energy') return price.eachWh(step)
  if (step === 60) return price.eachMinute
  return step % 60 === 0 ? price.eachMinutes(step / 60) : price.eachSeconds(step)
}

function limitWords(
  { before_taxes, after_taxes }: PriceLimit,
  currency: string,
  { words: { price }, format }: Says,
): string {
  return after_taxes === undefined || after_taxes === before_taxes
    ? price.beforeTax(format.unitPrice(String(before_taxes), currency))
    : format.unitPrice(String(after_taxes), currency)
}

function taxWords({ tax, ratesPct }: TariffWords, says: Says): string {
  const { price } = says.words
  const rates = ratesPct.map((rate) => decimals(rate, says)).join(', ')
  switch (tax) {
    case 'included':
      return price.taxIncluded(rates)
    case 'excluded':
      return price.taxExcluded(rates)
    case 'none':
      return price.taxNone
  }
}

function decimals(value: number, { format }: Says): string {
  return format.number(value, Number.isInteger(value) ? 0 : 2)
}
