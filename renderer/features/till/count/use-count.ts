import { useMemo, useState } from 'react'
import type { Pieces } from '../../../../shared/domain/till/cash-count.ts'
import { denominationsOf } from '../../../../shared/domain/till/denominations.ts'
import { useRow } from '../../../live/use-live.ts'
import { countedMinor, denominationsIn } from './counter-form.ts'
import type { Counted } from './counter-form.ts'

/** A drawer that is being counted in a currency. */
export type Count = {
  values: readonly number[]
  counted: Counted
  setCounted: (counted: Counted) => void
  totalMinor: number
  /** Undefined while something typed is no number. */
  denominations: Pieces[] | undefined
}

/** Keeps what has been counted so far. */
export function useCount(currency: string): Count {
  const terms = useRow('tillTerms', 'tillTerms')
  const [counted, setCounted] = useState<Counted>({})
  const values = useMemo(() => denominationsOf(currency, terms?.denominations), [currency, terms])
  return {
    values,
    counted,
    setCounted,
    totalMinor: countedMinor(counted, values),
    denominations: denominationsIn(counted, values),
  }
}
