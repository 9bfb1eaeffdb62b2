import { useTranslation } from 'react-i18next'
import type { TransactionNote } from '../../../shared/domain/transaction/transaction.ts'
import './transactions.css'

/** What is odd about a transaction, a badge each; what it means is in the title, and in full on its page. */
export function NoteBadges({ notes }: { notes: readonly TransactionNote[] }) {
  const { t } = useTranslation('transactions')
  return (
    <span className="lp-notes">
      {notes.map((note) => (
        <span key={note} className="lp-note-badge" title={t(`noteWhy.${note}`)}>
          {t(`note.${note}`)}
        </span>
      ))}
    </span>
  )
}
