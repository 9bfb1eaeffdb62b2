import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Reader } from '../../../../shared/domain/payment/stripe-account.ts'
import { tellAct } from '../../../live/last-act.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient, useRows } from '../../../live/use-live.ts'
import { MoneyMark } from '../../../payment/money-mark.tsx'
import { Age } from '../../../ui/mark/age.tsx'
import { ConfirmAct } from '../../../ui/frame/confirm-act.tsx'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { inert } from '../../../ui/mark/inert.ts'
import './payments-settings.css'

/** The card readers of the desk: how each is, a new one by the code it shows, and taking one away. */
export function ReadersPanel() {
  const { t } = useTranslation('paymentSettings')
  const hub = useClient()
  const readers = useRows('reader').toSorted((a, b) => a.label.localeCompare(b.label))
  const look = useAct(() => hub.stripe.readers())
  return (
    <section className="lp-panel lp-block" aria-labelledby="readers">
      <h2 id="readers">{t('readers.title')}</h2>
      <p>{t('readers.what')}</p>
      {readers.length === 0 ? (
        <p>{t('readers.none')}</p>
      ) : (
        <ul className="lp-readers">
          {readers.map((reader) => (
            <ReaderLine key={reader.id} reader={reader} />
          ))}
        </ul>
      )}
      <ErrorNote error={look.error} />
      {readers.length === 0 ? null : (
        <Button
          variant="default"
          size="compact-sm"
          loading={look.busy}
          onClick={() => void look.run(undefined)}
        >
          {t('readers.look')}
        </Button>
      )}
      <NewReader />
    </section>
  )
}

function ReaderLine({ reader }: { reader: Reader }) {
  const { t } = useTranslation('paymentSettings')
  const hub = useClient()
  const [asking, setAsking] = useState(false)
  const act = useAct(() => hub.stripe.removeReader({ id: reader.id }))
  const name = inert(reader.label || reader.id, 60).text
  const { status, busyWith } = reader
  const word = status === 'online' ? (busyWith === null ? 'online' : 'busy') : 'offline'
  const confirm = async () => {
    if (!(await act.run(undefined))) return
    setAsking(false)
    tellAct(t('readers.removed', { name }))
  }
  return (
    <li>
      <div className="lp-reader-name">
        <strong>{name}</strong>
        <span className="lp-soft">
          {inert(`${reader.deviceType} · ${reader.serialNumber}`, 80).text}
        </span>
      </div>
      <MoneyMark
        look={word === 'online' ? 'done' : word === 'busy' ? 'waits' : 'over'}
        text={t(`readers.${word}`)}
      />
      <Age at={reader.seenAt} />
      <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setAsking(true)}>
        {t('readers.remove')}
      </Button>
      <ConfirmAct
        opened={asking}
        title={t('readers.removeTitle', { name })}
        act={t('readers.removeAct', { name })}
        destructive
        busy={act.busy}
        error={act.error}
        onConfirm={() => void confirm()}
        onCancel={() => setAsking(false)}
      >
        {t('readers.removeText')}
      </ConfirmAct>
    </li>
  )
}

function NewReader() {
  const { t } = useTranslation('paymentSettings')
  const hub = useClient()
  const [code, setCode] = useState('')
  const [label, setLabel] = useState('')
  const act = useAct(() =>
    hub.stripe.registerReader({ registrationCode: code.trim(), label: label.trim() }),
  )
  const ready = code.trim() !== '' && label.trim() !== ''
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!ready || !(await act.run(undefined))) return
    tellAct(t('readers.added', { name: label.trim() }))
    setCode('')
    setLabel('')
  }
  return (
    <form className="lp-reader-new" onSubmit={(event) => void submit(event)}>
      <TextInput
        label={t('readers.code')}
        description={t('readers.codeHint')}
        maxLength={100}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <TextInput
        label={t('readers.label')}
        description={t('readers.labelHint')}
        maxLength={60}
        value={label}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={!ready} loading={act.busy}>
        {t('readers.add')}
      </Button>
      <ErrorNote error={act.error} />
    </form>
  )
}
