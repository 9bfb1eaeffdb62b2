import { Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Act } from '../../live/use-act.ts'
import { ConfirmAct } from '../../ui/frame/confirm-act.tsx'
import { findChoices } from '../../ui/input/fleet-choices.ts'
import type { Choice } from '../../ui/input/fleet-choices.ts'

/** Asks which other one is the same as this, and says what then happens to it. */
export function MergeDialog({
  noun,
  name,
  choices,
  act,
  onMerge,
  onCancel,
}: {
  noun: 'vehicle' | 'customer'
  /** Of the one that stays. */
  name: string
  /** Those it may be the same as. */
  choices: readonly Choice[]
  act: Pick<Act<never, unknown>, 'busy' | 'error'>
  onMerge: (id: string) => void
  onCancel: () => void
}) {
  const { t } = useTranslation('fleet')
  const [chosen, setChosen] = useState<string | null>(null)
  const from = choices.find((choice) => choice.value === chosen)
  return (
    <ConfirmAct
      opened
      title={t('merge.title', { name })}
      act={t('merge.confirm')}
      destructive
      ready={from !== undefined}
      busy={act.busy}
      error={act.error}
      onConfirm={() => from && onMerge(from.value)}
      onCancel={onCancel}
    >
      <Select
        label={t(`merge.${noun}`, { name })}
        data={choices}
        searchable
        filter={findChoices}
        limit={100}
        value={chosen}
        onChange={setChosen}
        mb="sm"
      />
      {t(`merge.${noun}Body`, { name })}
    </ConfirmAct>
  )
}
