import { Button } from '@mantine/core'
import { IconMail, IconMessage, IconPhone } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Visit } from '../../../shared/domain/visit/visit.ts'
import { openOutside } from '../../payment/open-outside.ts'
import { Facts } from '../../ui/frame/facts.tsx'
import { InertText } from '../../ui/mark/inert-text.tsx'
import { contactAddress } from './contact-address.ts'

/** How the driver can be reached, and the computer's own programs for it. */
export function ContactPart({ visit }: { visit: Visit }) {
  const { t } = useTranslation('visit')
  const { tel, sms, mailto } = contactAddress(visit)
  const { phone, email, language } = visit
  const way = (href: string | null, words: string, icon: ReactNode) =>
    href === null ? null : (
      <Button component="a" variant="default" leftSection={icon} href={href} onClick={openOutside}>
        {words}
      </Button>
    )
  const icon = { size: 16, 'aria-hidden': true } as const
  return (
    <section>
      <h3>{t('contact')}</h3>
      <Facts
        rows={[
          ...(phone === ''
            ? []
            : [[t('fact.phone'), <InertText key="p" text={phone} max={30} />] as const]),
          ...(email === ''
            ? []
            : [[t('fact.email'), <InertText key="e" text={email} max={120} />] as const]),
          [t('fact.language'), t(`languages.${language}`)],
        ]}
      />
      {tel === null && mailto === null ? <p className="lp-soft">{t('noContact')}</p> : null}
      <div className="lp-on-ways">
        {way(tel, t('act.call'), <IconPhone {...icon} />)}
        {way(sms, t('act.text'), <IconMessage {...icon} />)}
        {way(mailto, t('act.mail'), <IconMail {...icon} />)}
      </div>
    </section>
  )
}
