import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { columnWords } from '../../../i18n/en/report-columns.ts'

/** Gives a column's name in the reader's language; its key where there are no words for it. */
export function useColumnWords(): (key: string) => string {
  const { t } = useTranslation('reports')
  return useCallback((key) => (isKnown(key) ? t(`column.${key}`) : key), [t])
}

function isKnown(key: string): key is keyof typeof columnWords {
  return Object.hasOwn(columnWords, key)
}
