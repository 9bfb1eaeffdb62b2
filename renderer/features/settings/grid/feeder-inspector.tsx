import { Button } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Feeder, FeederWords } from '../../../../shared/domain/site/feeder.ts'
import { tellAct } from '../../../live/last-act.ts'
import { newId } from '../../../live/new-id.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient, useRow, useRows } from '../../../live/use-live.ts'
import { useRowForm } from '../../../live/use-row-form.ts'
import { hrefOf } from '../../../navigation/use-route.ts'
import { ConfirmAct } from '../../../ui/frame/confirm-act.tsx'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { InertText } from '../../../ui/mark/inert-text.tsx'
import { inert } from '../../../ui/mark/inert.ts'
import { Inspector } from '../../../ui/frame/inspector.tsx'
import { FeederFields } from './feeder-fields.tsx'
import {
  emptyFeeder,
  feederFlaws,
  feederFormOf,
  feederPatchOf,
  feederWordsOf,
} from './feeder-form.ts'

/** One feeder to change or take away, or a new one when `feeder` is null. */
export function FeederInspector({
  feeder,
  onClose,
}: {
  feeder: Feeder | null
  onClose: () => void
}) {
  return feeder ? (
    <KnownFeeder feeder={feeder} onClose={onClose} />
  ) : (
    <NewFeeder onClose={onClose} />
  )
}

function NewFeeder({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('grid')
  const hub = useClient()
  const [id] = useState(newId)
  const [form, setForm] = useState(emptyFeeder)
  const [tried, setTried] = useState(false)
  const flaws = feederFlaws(form)
  const adding = useAct((words: FeederWords) => hub.feeder.create({ id, ...words }))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (flaws.length > 0 || !(await adding.run(feederWordsOf(form)))) return
    tellAct(t('feeders.said.added', { name: inert(form.name, 60).text }))
    onClose()
  }
  return (
    <Inspector
      title={t('feeders.new')}
      onClose={onClose}
      footer={
        <Button type="submit" form="feeder" loading={adding.busy}>
          {t('feeders.create')}
        </Button>
      }
    >
      <form id="feeder" onSubmit={(event) => void submit(event)} noValidate>
        <FeederFields feederId={null} form={form} flaws={flaws} tried={tried} onChange={setForm} />
        <ErrorNote error={adding.error} />
      </form>
    </Inspector>
  )
}

function KnownFeeder({ feeder, onClose }: { feeder: Feeder; onClose: () => void }) {
  const { t } = useTranslation('grid')
  const hub = useClient()
  const parent = useRow('feeder', feeder.parentId)
  const [asking, setAsking] = useState(false)
  const name = inert(feeder.name, 60).text
  const saving = useAct((patch: Partial<FeederWords>) =>
    hub.feeder.update({ id: feeder.id, ...patch }),
  )
  const removing = useAct(() => hub.feeder.remove({ id: feeder.id }))
  const held = useRowForm(feeder, {
    formOf: feederFormOf,
    flawsOf: feederFlaws,
    patchOf: feederPatchOf,
    save: async (patch: Partial<FeederWords>) => {
      const saved = await saving.run(patch)
      if (saved) tellAct(t('feeders.said.saved', { name: inert(saved.name, 60).text }))
      return saved
    },
    busy: saving.busy,
  })
  const remove = async () => {
    if (!(await removing.run(undefined))) return
    tellAct(t('feeders.said.removed', { name }))
    onClose()
  }
  return (
    <Inspector
      title={name}
      onClose={onClose}
      footer={
        <>
          <Button variant="default" onClick={() => setAsking(true)}>
            {t('feeders.remove')}
          </Button>
          <Button type="submit" form="feeder" loading={saving.busy} disabled={!held.ready}>
            {t('feeders.save')}
          </Button>
        </>
      }
    >
      <form id="feeder" onSubmit={held.onSubmit} noValidate>
        <FeederFields
          feederId={feeder.id}
          form={held.form}
          flaws={held.flaws}
          tried
          onChange={held.setForm}
        />
        {held.overtaken ? (
          <p role="status">
            {t('feeders.changedElsewhere')}{' '}
            <Button variant="default" size="compact-sm" onClick={held.takeTheirs}>
              {t('feeders.takeTheirs')}
            </Button>
          </p>
        ) : null}
        <ErrorNote error={saving.error} />
      </form>
      <StationsOn feederId={feeder.id} />
      <ConfirmAct
        opened={asking}
        title={t('feeders.removeTitle', { name })}
        act={t('feeders.removeAct')}
        destructive
        busy={removing.busy}
        error={removing.error}
        onConfirm={() => void remove()}
        onCancel={() => setAsking(false)}
      >
        {t('feeders.removeBody', {
          parent: parent ? inert(parent.name, 60).text : t('feeders.site'),
        })}
      </ConfirmAct>
    </Inspector>
  )
}

function StationsOn({ feederId }: { feederId: string }) {
  const { t } = useTranslation('grid')
  const stations = useRows('station').filter(
    (station) => station.retiredAt === null && station.feederId === feederId,
  )
  return (
    <section className="lp-feeder-stations">
      <h3>{t('feeders.stationsOn')}</h3>
      {stations.length === 0 ? <p className="lp-soft">{t('feeders.noStations')}</p> : null}
      <ul>
        {stations.map(({ id, name }) => (
          <li key={id}>
            <a href={hrefOf({ screen: 'station', stationId: id })}>
              <InertText text={name} max={40} />
            </a>
          </li>
        ))}
      </ul>
      <a href={hrefOf({ screen: 'settings', section: 'grid', open: 'wiring' })}>
        {t('feeders.toWiring')}
      </a>
    </section>
  )
}
