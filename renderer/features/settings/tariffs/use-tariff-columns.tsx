import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { wordsOf } from '../../../../shared/domain/tariff/words.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { InertText } from '../../../ui/mark/inert-text.tsx'
import type { TableColumn } from '../../../ui/table/table-column.ts'
import { usePriceWords } from '../../../ui/words/use-price-words.ts'
import type { TariffRow } from './tariff-row.ts'
import { useScopeWords } from './use-scope-words.ts'

/** The columns of the list of tariffs. */
export function useTariffColumns(): TableColumn<TariffRow>[] {
  const { t } = useTranslation('tariff')
  const format = useFormat()
  const prices = usePriceWords()
  const scopeWords = useScopeWords()
  return useMemo(() => {
    const holds = ({ version, state, changesAt }: TariffRow) => {
      if (version === null || state === 'past') return t('list.over')
      const day = format.day(version.validFrom)
      const begins = state === 'now' ? t('list.since', { day }) : t('list.from', { day })
      return changesAt === null
        ? begins
        : `${begins}, ${t('list.next', { day: format.day(changesAt) })}`
    }
    const priceOf = ({ version }: TariffRow) =>
      version === null ? '' : prices.short(wordsOf(version))
    const scopeOf = ({ assignments }: TariffRow) => assignments.map(scopeWords).join(' · ')
    return [
      {
        id: 'name',
        title: t('list.name'),
        fixed: true,
        width: 150,
        grow: 1,
        sortBy: (row) => row.name,
        cell: (row) => (
          <strong>
            <InertText text={row.name} max={80} />
          </strong>
        ),
      },
      {
        id: 'price',
        title: t('list.price'),
        width: 260,
        grow: 3,
        sortBy: priceOf,
        cell: (row) => <span title={priceOf(row)}>{priceOf(row)}</span>,
      },
      {
        id: 'scope',
        title: t('list.scope'),
        width: 160,
        grow: 2,
        sortBy: scopeOf,
        cell: (row) =>
          row.assignments.length === 0 ? (
            <span className="lp-soft">{t('list.nobody')}</span>
          ) : (
            <span title={scopeOf(row)}>{scopeOf(row)}</span>
          ),
      },
      {
        id: 'holds',
        title: t('list.holds'),
        width: 170,
        grow: 1,
        sortBy: (row) => row.version?.validFrom ?? null,
        cell: (row) => <span title={holds(row)}>{holds(row)}</span>,
      },
    ]
  }, [t, format, prices, scopeWords])
}
