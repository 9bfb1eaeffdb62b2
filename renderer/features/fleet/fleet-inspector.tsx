import { Button, Tabs } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../live/session-store.ts'
import { Needs } from '../../session/needs.tsx'
import { ErrorNote } from '../../ui/frame/error-note.tsx'
import { Inspector } from '../../ui/frame/inspector.tsx'
import { ChangedElsewhere } from './changed-elsewhere.tsx'

/** A part of the inspector beside the words: its name, how many it lists, and the list. */
type Part = { name: 'vehicles' | 'bookings' | 'tokens'; count: number; body: ReactNode }

/** One of the fleet: its words to change, and in further parts what hangs on it. */
export function FleetInspector({
  noun,
  title,
  subtitle,
  more,
  fields,
  parts,
  ready,
  act,
  onSave,
  onTake,
  onClose,
}: {
  noun: 'vehicle' | 'customer'
  title: string
  subtitle: string
  /** The menu in the footer. */
  more: ReactNode
  fields: ReactNode
  parts: readonly Part[]
  /** There is something to save, and nothing wrong with it. */
  ready: boolean
  act: { busy: boolean; error: unknown }
  onSave: (event: FormEvent) => void
  /** Takes what somebody else has made of it meanwhile; null where nobody has. */
  onTake: (() => void) | null
  onClose: () => void
}) {
  const { t } = useTranslation('fleet')
  const may = useMay('plan')
  const [shown, setShown] = useState('details')
  return (
    <Inspector
      title={title}
      subtitle={subtitle}
      onClose={onClose}
      footer={
        <>
          {may ? more : null}
          {may && shown === 'details' ? (
            <Button type="submit" form={noun} disabled={!ready} loading={act.busy}>
              {t(`${noun}.save`)}
            </Button>
          ) : null}
        </>
      }
    >
      <Tabs value={shown} onChange={(value) => setShown(value ?? 'details')}>
        <Tabs.List aria-label={t('parts.label')}>
          <Tabs.Tab value="details">{t('parts.details')}</Tabs.Tab>
          {parts.map(({ name, count }) => (
            <Tabs.Tab key={name} value={name}>
              {t(`parts.${name}`)}
              {count > 0 ? ` ${count}` : ''}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="details" className="lp-fleet-part">
          <form id={noun} onSubmit={onSave} noValidate>
            <Needs right="plan">{fields}</Needs>
            {onTake ? <ChangedElsewhere onTake={onTake} /> : null}
            <ErrorNote error={act.error} />
          </form>
        </Tabs.Panel>
        {parts.map(({ name, body }) => (
          <Tabs.Panel key={name} value={name} className="lp-fleet-part">
            {body}
          </Tabs.Panel>
        ))}
      </Tabs>
    </Inspector>
  )
}
