import { useMemo, useState } from 'react'
import type { OcpiTariff } from '../../../../shared/domain/tariff/ocpi-tariff.ts'
import { type PriceForm, readPriceForm } from './price-form.ts'
import { type HoldsForm, readHolds } from './holds-form.ts'

/** The form of a version that is yet to be saved: what it costs and when it holds. */
export function useVersionForm(
  begin: () => { price: PriceForm; holds: HoldsForm },
  currency: string,
  timeZone: string,
  now: number,
  kept?: OcpiTariff,
) {
  const [begun] = useState(begin)
  const [price, setPrice] = useState(begun.price)
  const [holds, setHolds] = useState(begun.holds)
  const [tried, setTried] = useState(false)
  const [openedAt] = useState(Date.now)
  const read = useMemo(() => readPriceForm(price, currency, kept), [price, currency, kept])
  const held = readHolds(holds, timeZone, now)
  const words = 'words' in read ? read.words : null
  return {
    price,
    setPrice,
    holds,
    setHolds,
    tried,
    setTried,
    openedAt,
    read,
    words,
    isChanged: JSON.stringify({ price, holds }) !== JSON.stringify(begun),
    holdsFlaws: 'flaws' in held ? held.flaws : [],
    /** All of it, once nothing is wrong. */
    version: words !== null && !('flaws' in held) ? { ...words, ...held } : null,
  }
}
