import type { TariffWords } from '../tariff/words.ts'

/** What standing there costs an hour, major units: the first price there is for time that only parks; null: nothing. */
export function idlePricePerHour({ phrases }: Pick<TariffWords, 'phrases'>): number | null {
  const phrase = phrases.find(
    ({ of, per }) => (of === 'parking' || of === 'connected') && per !== 'kWh',
  )
  if (phrase === undefined || Number(phrase.price) === 0) return null
  return Number(phrase.price) * (phrase.per === 'minute' ? 60 : 1)
}
