import { Button, SegmentedControl, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarFeed } from '../../../shared/contract/calendar.ts'
import { languages, useLocale } from '../../i18n/locale.ts'
import { tellAct } from '../../live/last-act.ts'
import { useAct } from '../../live/use-act.ts'
import { useClient } from '../../live/use-live.ts'
import { ConfirmAct } from '../../ui/frame/confirm-act.tsx'
import { CopyField } from '../../ui/share/copy-field.tsx'
import { ErrorNote } from '../../ui/frame/error-note.tsx'
import { inert } from '../../ui/mark/inert.ts'
import { Inspector } from '../../ui/frame/inspector.tsx'
import type { CalendarRow } from './calendar-row.ts'

/** The calendar of one station or customer: opened, its address copied, given another or closed. */
export function CalendarInspector({
  row,
  onChanged,
  onClose,
}: {
  row: CalendarRow
  onChanged: () => void
  onClose: () => void
}) {
  const { t } = useTranslation('settings')
  const hub = useClient()
  const spoken = useLocale((locale) => locale.language)
  const [asked, setAsked] = useState<'renew' | 'close' | null>(null)
  const feed = row.feed
  const name = inert(row.name, 60).text
  const subject = row.kind === 'station' ? { stationId: row.id } : { customerId: row.id }
  const open = useAct((language: CalendarFeed['language']) =>
    hub.calendar.feed({ ...subject, language }),
  )
  const change = useAct((act: 'renew' | 'close') => hub.calendar[act]({ id: feed?.id ?? '' }))

  const openIn = async (language: CalendarFeed['language']) => {
    if (!(await open.run(language))) return
    if (!feed) tellAct(t('calendars.said.open', { name }))
    onChanged()
  }
  const carryOut = async () => {
    if (asked === null || !(await change.run(asked))) return
    tellAct(t(`calendars.said.${asked}`, { name }))
    setAsked(null)
    onChanged()
  }
  return (
    <Inspector
      title={name}
      subtitle={t(`calendars.kinds.${row.kind}`)}
      onClose={onClose}
      footer={
        feed ? (
          <>
            <Button variant="default" onClick={() => setAsked('close')}>
              {t('calendars.close')}
            </Button>
            <Button variant="default" onClick={() => setAsked('renew')}>
              {t('calendars.renew')}
            </Button>
          </>
        ) : (
          <Button loading={open.busy} onClick={() => void openIn(spoken)}>
            {t('calendars.open')}
          </Button>
        )
      }
    >
      <Stack gap="md">
        {feed ? (
          <>
            <CopyField label={t('calendars.address')} value={feed.url} />
            <div className="lp-choice">
              <span id="calendar-language">{t('calendars.language')}</span>
              <SegmentedControl
                aria-labelledby="calendar-language"
                data={languages.map((value) => ({ value, label: t(`appearance.${value}`) }))}
                value={feed.language}
                onChange={(value) => {
                  const language = languages.find((known) => known === value)
                  if (language) void openIn(language)
                }}
              />
            </div>
          </>
        ) : null}
        <p className="lp-calendar-words">{t(`calendars.tells.${row.kind}`)}</p>
        <p className="lp-calendar-words lp-soft">{t('calendars.hint')}</p>
        <ErrorNote error={open.error} />
      </Stack>
      <ConfirmAct
        opened={asked !== null}
        title={t(`calendars.${asked ?? 'renew'}Title`, { name })}
        act={t(`calendars.${asked ?? 'renew'}`)}
        destructive
        busy={change.busy}
        error={change.error}
        onConfirm={() => void carryOut()}
        onCancel={() => setAsked(null)}
      >
        {t(`calendars.${asked ?? 'renew'}Body`)}
      </ConfirmAct>
    </Inspector>
  )
}
