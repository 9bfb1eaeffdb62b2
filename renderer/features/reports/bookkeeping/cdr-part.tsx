import { useTranslation } from 'react-i18next'
import { missingIn } from '../../../../shared/domain/cdr/cdr-terms.ts'
import { useClient } from '../../../live/use-live.ts'
import { useQuery } from '../../../live/use-query.ts'
import { hrefOf } from '../../../navigation/use-route.ts'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import type { BookPart } from './book-part.ts'
import { SaveButton } from './save-button.tsx'

/** Charge detail records, once it is known who the site is to those who read them. */
export function CdrPart({ firstDay, lastDay, mark }: BookPart) {
  const { t } = useTranslation('bookkeeping')
  const hub = useClient()
  const terms = useQuery('accounting.cdrTerms', (signal) =>
    hub.accounting.cdrTerms(undefined, { signal }),
  )
  const isMissing = terms.data !== undefined && missingIn(terms.data).length > 0
  return (
    <section className="lp-panel lp-books-part" aria-labelledby="books-cdr">
      <h2 id="books-cdr">{t('cdr.title')}</h2>
      <p className="lp-soft">{t('cdr.text')}</p>
      <ErrorNote error={terms.error} onRetry={terms.reload} />
      {isMissing ? (
        <p className="lp-books-obstacle">
          {t('cdr.missing')}{' '}
          <a href={hrefOf({ screen: 'settings', section: 'accounting' })}>{t('cdr.toTerms')}</a>
        </p>
      ) : null}
      <div className="lp-books-acts">
        <SaveButton
          label={t('cdr.save')}
          blocked={isMissing || terms.data === undefined}
          wanted={{
            file: { kind: 'cdr', firstDay, lastDay },
            suggestedName: `${t('cdr.fileName', { period: mark })}.json`,
          }}
        />
      </div>
    </section>
  )
}
