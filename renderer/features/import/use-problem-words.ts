import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { RowFate } from '../../../shared/domain/import/fate.ts'
import type { ImportKind } from '../../../shared/domain/import/kind.ts'
import type { RowNote, RowProblem } from '../../../shared/domain/import/problem.ts'
import { inWords } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useBookingRefusalWords } from '../../ui/words/booking-refusal-words.ts'
import { inert } from '../../ui/mark/inert.ts'

/** So much of a cell is told in a sentence. */
const MOST_OF_CELL = 40

/** Gives what there is to say of a row of that kind, in the reader's language. */
export function useRowWords(kind: ImportKind): {
  field: (name: string) => string
  problem: (problem: RowProblem) => string
  note: (note: RowNote) => string
  /** All of it in one line. */
  row: (fate: RowFate) => string
} {
  const { t } = useTranslation('import')
  const format = useFormat()
  const bookingWords = useBookingRefusalWords()

  // A hub newer than this window may name fields it has no words for: their own name is shown then.
  const field = useCallback(
    (name: string) => t(`field.${kind}.${name}` as 'title', { defaultValue: name }),
    [t, kind],
  )
  const bound = useCallback(
    (name: string, value: number) => {
      if (name.endsWith('Wh')) return inWords(format.energy(value))
      return name.endsWith('W') ? inWords(format.power(value)) : format.number(value)
    },
    [format],
  )
  const problem = useCallback(
    (one: RowProblem): string => {
      const words = {
        field: 'field' in one ? field(one.field) : '',
        value: 'value' in one ? inert(one.value, MOST_OF_CELL).text : '',
      }
      switch (one.code) {
        case 'outOfRange': {
          const { most, least } = one
          if (most !== null)
            return t('problem.outOfRangeMost', { ...words, bound: bound(one.field, most) })
          return t('problem.outOfRangeLeast', { ...words, bound: bound(one.field, least ?? 0) })
        }
        case 'tooLong':
          return t('problem.tooLong', { ...words, most: one.most })
        case 'notATime': {
          const isClock = kind === 'vehicle'
          return t('problem.notATime', {
            ...words,
            example: isClock ? '05:30' : '2026-11-26 18:00',
          })
        }
        case 'notAChoice':
          return t('problem.notAChoice', { ...words, choices: one.choices.join(', ') })
        case 'duplicate':
          return t('problem.duplicate', { otherLine: one.otherLine })
        case 'tooManyCells':
          return t('problem.tooManyCells', { cells: one.cells, columns: one.columns })
        case 'booking': {
          const { refusal } = one
          if (refusal.code === 'noSuchConnector')
            return t('problem.noSuchConnector', { connector: refusal.connectorId })
          const reason = bookingWords(refusal)
          const { otherLine } = one
          return otherLine === null ? reason : t('problem.bookingOtherLine', { reason, otherLine })
        }
        default:
          return t(`problem.${one.code}`, words)
      }
    },
    [t, kind, field, bound, bookingWords],
  )
  const note = useCallback(
    (one: RowNote): string => {
      if (one.code === 'differsHere') return t('note.differsHere')
      const value = inert(one.value, MOST_OF_CELL).text
      return t('note.repeatedTime', { field: field(one.field), value })
    },
    [t, field],
  )
  const row = useCallback(
    ({ problems, notes, fields }: RowFate): string => {
      const changes =
        fields.length === 0 ? [] : [t('changes', { fields: fields.map(field).join(', ') })]
      return [...problems.map(problem), ...changes, ...notes.map(note)].join(' ')
    },
    [t, field, problem, note],
  )
  return { field, problem, note, row }
}
