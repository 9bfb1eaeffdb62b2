import { useTranslation } from 'react-i18next'
import type { TransactionNote } from '../../../shared/domain/transaction/transaction.ts'
import './transactions.css'

/** What is odd about a transaction, each in full, so that a person can judge it. */
export function TransactionNotes({ notes }: { notes: readonly TransactionNote[] }) {
  const { t } = useTranslation('transactions')
  if (notes.length === 0) return null
  return (
    <section className="lp-panel lp-transaction-block">
      <h2>{t('detail.notes')}</h2>
      <ul className="lp-note-list">
        {notes.map((note) => (
          <li key={note}>
            <strong>{t(`note.${note}`)}</strong>
            {t(`noteWhy.${note}`)}
          </li>
        ))}
      </ul>
    </section>
  )
}
