import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { IconMail, IconMessage, IconPhone } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { driverTemplate } from '../../../../shared/domain/walk-up/driver-message.ts'
import type { DriverTemplate } from '../../../../shared/domain/walk-up/driver-message.ts'
import { phoneText } from '../../../../shared/domain/walk-up/walk-up.ts'
import { useLocale } from '../../../i18n/locale.ts'
import { tellAct } from '../../../live/last-act.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient } from '../../../live/use-live.ts'
import { useQuery } from '../../../live/use-query.ts'
import { LanguageChoice } from '../../../payment/language-choice.tsx'
import { openOutside } from '../../../payment/open-outside.ts'
import { CopyField } from '../../../ui/share/copy-field.tsx'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import type { DeskCard } from '../card/desk-card.ts'

/** A word to the driver: what it says is shown, and it leaves by the computer's own programs. */
export function MessagePart({ card }: { card: DeskCard }) {
  const { t } = useTranslation('desk')
  const hub = useClient()
  const spoken = useLocale((locale) => locale.language)
  const [language, setLanguage] = useState(spoken)
  const [template, setTemplate] = useState<DriverTemplate>('ready')
  const phone = card.walkUp?.phone ?? ''
  const message = useQuery(`message:${card.id}:${template}:${language}:${phone}`, (signal) =>
    hub.walkUp.message({ id: card.id, template, language }, { signal }),
  )
  const link = (href: string | null, words: string, icon: React.ReactNode) =>
    href === null ? null : (
      <Button component="a" variant="default" leftSection={icon} href={href} onClick={openOutside}>
        {words}
      </Button>
    )
  const { text, links } = message.data ?? { text: '', links: null }
  return (
    <section className="lp-dk-message">
      <h3>{t('message.title')}</h3>
      {card.walkUp === null ? null : <PhoneField card={card} />}
      <SegmentedControl
        fullWidth
        aria-label={t('message.what')}
        value={template}
        data={driverTemplate.options.map((value) => ({
          value,
          label: t(`message.template.${value}`),
        }))}
        onChange={(value) => setTemplate(driverTemplate.catch('ready').parse(value))}
      />
      <LanguageChoice value={language} onChange={setLanguage} />
      {text === '' ? null : <CopyField label={t('message.text')} value={text} />}
      <div className="lp-dk-detail-buttons">
        {link(links?.sms ?? null, t('message.sms'), <IconMessage size={16} aria-hidden="true" />)}
        {link(links?.mailto ?? null, t('message.mail'), <IconMail size={16} aria-hidden="true" />)}
        {link(links?.tel ?? null, t('message.call'), <IconPhone size={16} aria-hidden="true" />)}
      </div>
      {links !== null && links.sms === null && card.walkUp !== null ? (
        <p className="lp-soft">{t('message.noPhone')}</p>
      ) : null}
      <ErrorNote error={message.error} onRetry={message.reload} />
    </section>
  )
}

function PhoneField({ card }: { card: DeskCard }) {
  const { t } = useTranslation('desk')
  const hub = useClient()
  const known = card.walkUp?.phone ?? ''
  const [typed, setTyped] = useState(known)
  const isGood = phoneText.safeParse(typed).success
  const act = useAct(async () => {
    await hub.walkUp.setPhone({ id: card.id, phone: typed.trim() })
    tellAct(t('phone.said'))
  })
  return (
    <form
      className="lp-dk-phone"
      onSubmit={(event) => {
        event.preventDefault()
        if (isGood) void act.run(undefined)
      }}
    >
      <TextInput
        type="tel"
        label={t('phone.label')}
        autoComplete="off"
        maxLength={30}
        value={typed}
        error={isGood ? null : t('phone.bad')}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button
        type="submit"
        variant="default"
        loading={act.busy}
        disabled={!isGood || typed.trim() === known}
      >
        {t('phone.save')}
      </Button>
      <ErrorNote error={act.error} />
    </form>
  )
}
