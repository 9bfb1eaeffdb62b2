import { useTranslation } from 'react-i18next'
import { LedgerVerify } from '../../../payment/ledger-verify.tsx'

/** Whether what is entered in the ledger is still what was entered. */
export function LedgerPanel() {
  const { t } = useTranslation('paymentSettings')
  return (
    <section className="lp-panel lp-block" aria-labelledby="ledger">
      <h2 id="ledger">{t('ledger.title')}</h2>
      <LedgerVerify />
    </section>
  )
}
