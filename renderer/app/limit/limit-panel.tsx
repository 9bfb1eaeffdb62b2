import { Button, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { standingLimits } from '../../../shared/domain/site/limit-now.ts'
import { inWords } from '../../i18n/format.ts'
import { useLocale } from '../../i18n/locale.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { tellAct } from '../../live/last-act.ts'
import { useAct } from '../../live/use-act.ts'
import { useClient, useRows } from '../../live/use-live.ts'
import { useNow } from '../../live/use-now.ts'
import { Needs } from '../../session/needs.tsx'
import { ErrorNote } from '../../ui/frame/error-note.tsx'
import { LocalTimeInput } from '../../ui/input/local-time-input.tsx'
import { emptyLimit, limitFlaws, limitWish } from './limit-form.ts'
import { StandingLimit } from './standing-limit.tsx'
import { type Unkept, UnkeptBookings } from './unkept-bookings.tsx'
import './limit-panel.css'

/** The limits that hold now or later, each with a way to lift it, and the form to set another. */
export function LimitPanel({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('grid')
  const format = useFormat()
  const hub = useClient()
  const timeZone = useLocale((locale) => locale.timeZone)
  const now = useNow(10_000)
  const limits = standingLimits(useRows('temporaryLimit'), now)
  const panel = useRef<HTMLElement>(null)
  const [form, setForm] = useState(() => emptyLimit(Date.now(), timeZone))
  const [tried, setTried] = useState(false)
  const [unkept, setUnkept] = useState<readonly Unkept[]>([])
  const setting = useAct((wish: ReturnType<typeof limitWish>) => hub.limit.set(wish))
  const flaws = limitFlaws(form, now, timeZone)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (flaws.length > 0) return
    const answer = await setting.run(limitWish(form, timeZone))
    if (!answer) return
    tellAct(t('limit.said.set', { power: inWords(format.power(answer.limit.limitW)) }))
    if (answer.unkept.length === 0) return onDone()
    setUnkept(answer.unkept)
    setForm(emptyLimit(Date.now(), timeZone))
    setTried(false)
  }
  return (
    <section ref={panel} tabIndex={-1} className="lp-limit-panel" aria-label={t('limit.title')}>
      {limits.length > 0 ? (
        <ul aria-label={t('limit.list')}>
          {limits.map((limit) => (
            <StandingLimit key={limit.id} limit={limit} onLifted={() => panel.current?.focus()} />
          ))}
        </ul>
      ) : null}
      <UnkeptBookings unkept={unkept} onGo={onDone} />
      <form onSubmit={(event) => void submit(event)} noValidate>
        <h2>{t('limit.title')}</h2>
        <p className="lp-soft">{t('limit.hint')}</p>
        <Needs right="plan">
          <TextInput
            label={t('limit.power')}
            data-autofocus
            value={form.limitKw}
            inputMode="decimal"
            rightSection={<span className="lp-soft">kW</span>}
            rightSectionWidth={44}
            error={
              flaws.includes('limitKw') && (tried || form.limitKw !== '')
                ? t('limit.powerBad')
                : null
            }
            onChange={(event) => setForm({ ...form, limitKw: event.currentTarget.value })}
          />
          <LocalTimeInput
            label={t('limit.until')}
            value={form.until}
            error={flaws.includes('until') ? t('limit.untilBad') : null}
            onChange={(until) => setForm({ ...form, until })}
          />
          <TextInput
            label={t('limit.reason')}
            description={t('limit.reasonHint')}
            value={form.reason}
            maxLength={200}
            onChange={(event) => setForm({ ...form, reason: event.currentTarget.value })}
          />
          <ErrorNote error={setting.error} />
          <Button type="submit" loading={setting.busy}>
            {t('limit.act')}
          </Button>
        </Needs>
      </form>
    </section>
  )
}
