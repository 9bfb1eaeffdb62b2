import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Till } from '../../../shared/domain/till/till.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { tellAct } from '../../live/last-act.ts'
import { useMay } from '../../live/session-store.ts'
import { useAct } from '../../live/use-act.ts'
import { useLastShift } from '../../live/till-id.ts'
import { useClient, useSite } from '../../live/use-live.ts'
import { inert } from '../../ui/mark/inert.ts'
import { InertText } from '../../ui/mark/inert-text.tsx'
import { CountForm } from './count/count-form.tsx'
import { useCount } from './count/use-count.ts'

/** Opens a shift: what the last one left word of is read, and the float counted into the drawer. */
export function Opening({ till }: { till: Till }) {
  const { t } = useTranslation('till')
  const format = useFormat()
  const hub = useClient()
  const mayServe = useMay('attend')
  const currency = useSite()?.currency ?? 'SEK'
  const note = useLastShift(till.id)?.handOverNote ?? ''
  const [hasRead, setHasRead] = useState(false)
  const count = useCount(currency)
  const act = useAct(() =>
    hub.till.open({
      id: till.id,
      denominations: count.denominations ?? [],
      hasReadNote: hasRead,
    }),
  )
  const amount = format.money(count.totalMinor, currency)
  const open = async () => {
    const shift = await act.run(undefined)
    if (shift) tellAct(t('opening.said', { number: shift.number, amount }))
  }
  const name = inert(till.name, 60).text
  return (
    <section className="lp-till-page" aria-labelledby="till-opening">
      <h2 id="till-opening">{t('opening.title', { till: name })}</h2>
      {note === '' ? null : (
        <div className="lp-till-note">
          <strong>{t('opening.note')}</strong>
          <p>
            <InertText text={note} max={500} />
          </p>
          <Checkbox
            size="md"
            label={t('opening.read')}
            checked={hasRead}
            onChange={(event) => setHasRead(event.currentTarget.checked)}
          />
        </div>
      )}
      {mayServe ? (
        <>
          <p className="lp-soft">{t('opening.words')}</p>
          <CountForm
            currency={currency}
            count={count}
            act={t('opening.act', { amount })}
            busy={act.busy}
            error={act.error}
            held={note !== '' && !hasRead}
            onSend={() => void open()}
          />
        </>
      ) : (
        <p className="lp-soft">{t('opening.mayNot')}</p>
      )}
    </section>
  )
}
