import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmAct } from '../../ui/frame/confirm-act.tsx'
import type { Choice } from '../../ui/input/fleet-choices.ts'
import { MergeDialog } from './merge-dialog.tsx'
import { MoreMenu } from './more-menu.tsx'
import type { FleetActs } from './use-fleet-acts.ts'

/** Merging one of the fleet with another and putting it aside, each asked first. */
export function FleetMore<Row extends { id: string }, Words>({
  noun,
  name,
  row,
  rows,
  choices,
  acts,
  archivable,
  archiveBody,
  onGone,
}: {
  noun: 'vehicle' | 'customer'
  name: string
  row: Row
  /** All there are of the noun. */
  rows: readonly Row[]
  /** Those to choose from when merging, this one perhaps among them. */
  choices: readonly Choice[]
  acts: FleetActs<Row, Words>
  /** False while something keeps it from being put aside; `archiveBody` then says what. */
  archivable: boolean
  archiveBody: string
  onGone: () => void
}) {
  const { t } = useTranslation('fleet')
  const [asked, setAsked] = useState<'archive' | 'merge' | null>(null)
  const close = () => setAsked(null)
  const archive = async () => {
    if (!(await acts.archive(row))) return
    close()
    onGone()
  }
  const merge = async (id: string) => {
    const from = rows.find((other) => other.id === id)
    if (from && (await acts.merge(row, from))) close()
  }
  return (
    <>
      <MoreMenu
        onMerge={() => {
          acts.merging.clear()
          setAsked('merge')
        }}
        onArchive={() => {
          acts.archiving.clear()
          setAsked('archive')
        }}
      />
      <ConfirmAct
        opened={asked === 'archive'}
        title={t('archive.title', { name })}
        act={t('archive.act')}
        destructive
        ready={archivable}
        busy={acts.archiving.busy}
        error={acts.archiving.error}
        onConfirm={() => void archive()}
        onCancel={close}
      >
        {archiveBody}
      </ConfirmAct>
      {asked === 'merge' ? (
        <MergeDialog
          noun={noun}
          name={name}
          choices={choices.filter(({ value }) => value !== row.id)}
          act={acts.merging}
          onMerge={(id) => void merge(id)}
          onCancel={close}
        />
      ) : null}
    </>
  )
}
