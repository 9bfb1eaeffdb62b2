import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { presetName } from '../../../../shared/domain/report/preset.ts'
import type { ReportPreset } from '../../../../shared/domain/report/preset.ts'
import { useRows } from '../../../live/use-live.ts'
import { useHeldBack } from '../../../session/needs.tsx'
import { ConfirmAct } from '../../../ui/frame/confirm-act.tsx'
import { inert } from '../../../ui/mark/inert.ts'
import type { Presets } from './use-presets.ts'

/** One report that is kept, in the menu. */
export function PresetRow({
  preset,
  presets: { save, remove },
  isCurrent,
  onChoose,
}: {
  preset: ReportPreset
  presets: Presets
  isCurrent: boolean
  onChoose: () => void
}) {
  const { t } = useTranslation('reports')
  const [typed, setTyped] = useState<string | null>(null)
  const [asked, setAsked] = useState(false)
  const held = useHeldBack('account')
  const scheduled = useRows('reportSchedule').some(({ presetId }) => presetId === preset.id)
  const name = inert(preset.name, 60).text
  if (typed !== null)
    return (
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const read = presetName.safeParse(typed)
          if (!read.success) return
          void save.run({ id: preset.id, name: read.data, spec: preset.spec })
          setTyped(null)
        }}
      >
        <TextInput
          size="sm"
          data-autofocus
          aria-label={t('export.preset.renameTo')}
          maxLength={80}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.stopPropagation()
            setTyped(null)
          }}
        />
      </form>
    )
  return (
    <div className="lp-reports-preset">
      <Button
        variant={isCurrent ? 'light' : 'subtle'}
        color="gray"
        justify="flex-start"
        fullWidth
        aria-current={isCurrent || undefined}
        aria-label={t('export.preset.choose', { name })}
        onClick={onChoose}
      >
        {name}
      </Button>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={32}
        {...held}
        aria-label={t('export.preset.rename', { name })}
        onClick={() => setTyped(preset.name)}
      >
        <IconPencil size={16} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={32}
        {...held}
        aria-label={t('export.preset.remove', { name })}
        onClick={() => setAsked(true)}
      >
        <IconTrash size={16} aria-hidden="true" />
      </ActionIcon>
      <ConfirmAct
        opened={asked}
        destructive
        title={t('export.preset.removeTitle', { name })}
        act={t('export.preset.removeAct')}
        busy={remove.busy}
        error={remove.error}
        onConfirm={() => void remove.run(preset).then((gone) => gone && setAsked(false))}
        onCancel={() => setAsked(false)}
      >
        {t(scheduled ? 'export.preset.removeScheduled' : 'export.preset.removeText')}
      </ConfirmAct>
    </div>
  )
}
