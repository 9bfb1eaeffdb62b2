import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Till } from '../../../../shared/domain/till/till.ts'
import { tellAct } from '../../../live/last-act.ts'
import { useOpenShift, useTills } from '../../../live/till-id.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient } from '../../../live/use-live.ts'
import { ConfirmAct } from '../../../ui/frame/confirm-act.tsx'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { inert } from '../../../ui/mark/inert.ts'

/** The tills in use: each can be renamed or taken out of use, and another added. */
export function TillsPanel() {
  const { t } = useTranslation('till')
  const tills = useTills()
  return (
    <section className="lp-panel lp-block lp-tills-panel" aria-labelledby="settings-tills">
      <h2 id="settings-tills">{t('settings.tills')}</h2>
      <p className="lp-soft lp-lead">
        {t(tills.length === 0 ? 'settings.none' : 'settings.tillsWords')}
      </p>
      <ul>
        {tills.map((till) => (
          <TillRow key={till.id} till={till} />
        ))}
      </ul>
      <AddTill />
    </section>
  )
}

function TillRow({ till }: { till: Till }) {
  const { t } = useTranslation('till')
  const hub = useClient()
  const [typed, setTyped] = useState(till.name)
  const [archiving, setArchiving] = useState(false)
  const shift = useOpenShift(till.id)
  const name = inert(till.name, 60).text
  const rename = useAct((wanted: string) => hub.till.rename({ id: till.id, name: wanted }))
  const archive = useAct(() => hub.till.archive({ id: till.id }))
  const save = async () => {
    const renamed = await rename.run(typed.trim())
    if (renamed) tellAct(t('settings.renamed', { till: inert(renamed.name, 60).text }))
  }
  const remove = async () => {
    if (!(await archive.run(undefined))) return
    tellAct(t('settings.archived', { till: name }))
    setArchiving(false)
  }
  const isOther = typed.trim() !== '' && typed.trim() !== till.name
  return (
    <li>
      <TextInput
        aria-label={t('settings.nameOf', { till: name })}
        maxLength={60}
        rightSection={shift ? t('settings.open', { number: shift.number }) : null}
        rightSectionWidth={shift ? '10rem' : undefined}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {isOther ? (
        <Button loading={rename.busy} onClick={() => void save()}>
          {t('settings.rename')}
        </Button>
      ) : (
        <Button variant="default" onClick={() => setArchiving(true)}>
          {t('settings.archive')}
        </Button>
      )}
      <ErrorNote error={rename.error} />
      <ConfirmAct
        opened={archiving}
        destructive
        title={t('settings.archiveTitle', { till: name })}
        act={t('settings.archive')}
        busy={archive.busy}
        error={archive.error}
        onConfirm={() => void remove()}
        onCancel={() => {
          archive.clear()
          setArchiving(false)
        }}
      >
        {t('settings.archiveWords')}
      </ConfirmAct>
    </li>
  )
}

function AddTill() {
  const { t } = useTranslation('till')
  const hub = useClient()
  const [name, setName] = useState('')
  const act = useAct((wanted: string) => hub.till.create({ name: wanted }))
  const add = async (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    const made = await act.run(name.trim())
    if (!made) return
    tellAct(t('settings.added', { till: inert(made.name, 60).text }))
    setName('')
  }
  return (
    <form onSubmit={(event) => void add(event)}>
      <div className="lp-tills-add">
        <TextInput
          label={t('settings.name')}
          maxLength={60}
          placeholder={t('title')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={act.busy} disabled={name.trim() === ''}>
          {t('settings.add')}
        </Button>
      </div>
      <ErrorNote error={act.error} />
    </form>
  )
}
