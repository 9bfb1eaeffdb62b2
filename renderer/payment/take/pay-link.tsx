import { Button } from '@mantine/core'
import { IconMail, IconMessage } from '@tabler/icons-react'
import i18next from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Bill } from '../../../shared/domain/bill/bill.ts'
import type { Payment } from '../../../shared/domain/payment/payment.ts'
import * as written from '../../i18n/format.ts'
import { useLocale } from '../../i18n/locale.ts'
import { useRow, useSite } from '../../live/use-live.ts'
import { CopyField } from '../../ui/share/copy-field.tsx'
import { LanguageChoice } from '../language-choice.tsx'
import { openOutside } from '../open-outside.ts'
import { Qr } from '../../ui/share/qr.tsx'
import { mailAddress, smsAddress } from './pay-letter.ts'

/** The page to pay on, as a code to scan, a link to copy, and a letter in the driver's language. */
export function PayLink({ payment, bill, url }: { payment: Payment; bill: Bill; url: string }) {
  const { t } = useTranslation('payment')
  const timeZone = useLocale((locale) => locale.timeZone)
  const spoken = useLocale((locale) => locale.language)
  const [language, setLanguage] = useState(spoken)
  const customer = useRow('customer', bill.customerId)
  const site = useSite()?.name ?? ''
  const style = { language, timeZone }
  const say = i18next.getFixedT(language, 'payment')
  const words = {
    site,
    url,
    amount: written.formatMoney(payment.amountMinor, payment.currency, style),
    until: payment.expiresAt === null ? '' : written.formatDateTime(payment.expiresAt, style),
  }
  const letter = {
    subject: say('letter.subject', words),
    body: say(payment.expiresAt === null ? 'letter.body' : 'letter.bodyUntil', words),
  }
  return (
    <div className="lp-take-link">
      <figure className="lp-take-qr">
        <Qr text={url} what={t('open.qrLink')} size={192} />
        <figcaption>{t('open.scan')}</figcaption>
      </figure>
      <CopyField label={t('open.link')} value={url} />
      <div className="lp-take-letters">
        <LanguageChoice value={language} onChange={setLanguage} />
        <Button
          component="a"
          variant="default"
          leftSection={<IconMail size={16} aria-hidden="true" />}
          href={mailAddress(customer?.email ?? '', letter)}
          onClick={openOutside}
        >
          {t('open.mail')}
        </Button>
        <Button
          component="a"
          variant="default"
          leftSection={<IconMessage size={16} aria-hidden="true" />}
          href={smsAddress(customer?.phone ?? '', letter)}
          onClick={openOutside}
        >
          {t('open.sms')}
        </Button>
      </div>
    </div>
  )
}
