import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SieCheck } from '../../../../shared/contract/accounting.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useClient } from '../../../live/use-live.ts'
import { useQuery } from '../../../live/use-query.ts'
import { hrefOf } from '../../../navigation/use-route.ts'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { PanelSkeleton } from '../../../ui/frame/skeletons.tsx'
import { useBookWords } from '../../../ui/words/use-book-words.ts'
import type { BookPart } from './book-part.ts'
import { BookedSums } from './booked-sums.tsx'
import { SaveButton } from './save-button.tsx'

const ways = ['day', 'entry'] as const

/** The ledger as vouchers: what they come to on each account, and what stands in the way of the file. */
export function SiePart({ firstDay, lastDay, mark }: BookPart) {
  const { t } = useTranslation('bookkeeping')
  const hub = useClient()
  const [per, setPer] = useState<(typeof ways)[number]>('day')
  const [currency, setCurrency] = useState<string | null>(null)
  const asked = { firstDay, lastDay, ...(currency === null ? {} : { currency }) }
  const check = useQuery(`accounting.check:${JSON.stringify(asked)}`, (signal) =>
    hub.accounting.check(asked, { signal }),
  )
  const { data } = check
  const currencies = data ? [data.currency, ...data.otherCurrencies].toSorted() : []
  return (
    <section className="lp-panel lp-books-part" aria-labelledby="books-sie">
      <h2 id="books-sie">{t('sie.title')}</h2>
      <p className="lp-soft">{t('sie.text')}</p>
      <ErrorNote error={check.error} onRetry={check.reload} />
      {data === undefined && check.state === 'loading' ? <PanelSkeleton height={240} /> : null}
      {data ? <Obstacles check={data} /> : null}
      <div className="lp-books-acts">
        <SegmentedControl
          aria-label={t('sie.per')}
          value={per}
          data={[
            { value: 'day', label: t('sie.perDay') },
            { value: 'entry', label: t('sie.perEntry') },
          ]}
          onChange={(value) => setPer(value)}
        />
        {currencies.length < 2 ? null : (
          <SegmentedControl
            aria-label={t('sie.currency')}
            value={data?.currency ?? ''}
            data={currencies}
            onChange={setCurrency}
          />
        )}
        <SaveButton
          label={t('sie.save')}
          isPrimary
          blocked={data === undefined || data.unmapped.length > 0 || data.sums.length === 0}
          wanted={{
            file: { kind: 'sie', ...asked, per },
            suggestedName: `${t('sie.fileName', { period: mark })}.si`,
          }}
        />
      </div>
      {data ? <BookedSums check={data} /> : null}
    </section>
  )
}

function Obstacles({ check }: { check: SieCheck }) {
  const { t } = useTranslation('bookkeeping')
  const format = useFormat()
  const wordsOf = useBookWords()
  const { unmapped, otherCurrencies, entries, sums } = check
  return (
    <>
      {sums.length === 0 && unmapped.length === 0 ? (
        <p>{t('sie.none')}</p>
      ) : (
        <p>{t('sie.summary', { count: entries, entries: format.number(entries) })}</p>
      )}
      {unmapped.length === 0 ? null : (
        <p className="lp-books-obstacle" role="alert">
          {t('sie.unmapped', {
            count: unmapped.length,
            accounts: unmapped.map(wordsOf).join(', '),
          })}{' '}
          <a href={hrefOf({ screen: 'settings', section: 'accounting' })}>{t('sie.toPlan')}</a>
        </p>
      )}
      {otherCurrencies.length === 0 ? null : (
        <p className="lp-soft">{t('sie.others', { currencies: otherCurrencies.join(', ') })}</p>
      )}
    </>
  )
}
