import { Button, Popover, TextInput } from '@mantine/core'
import { IconBookmark } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { presetName } from '../../../../shared/domain/report/preset.ts'
import type { ReportPreset } from '../../../../shared/domain/report/preset.ts'
import type { ReportSpec } from '../../../../shared/domain/report/spec.ts'
import { tellAct } from '../../../live/last-act.ts'
import { NEW } from '../../../navigation/route.ts'
import { hrefOf } from '../../../navigation/use-route.ts'
import { useHeldBack } from '../../../session/needs.tsx'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { inert } from '../../../ui/mark/inert.ts'
import { keptAs, takeUp, useDraft } from './draft-store.ts'
import { PresetRow } from './preset-row.tsx'
import type { Presets } from './use-presets.ts'

/** The reports that are kept: to choose, to rename, to delete, and to keep the one that stands there now. */
export function PresetMenu({
  presets,
  current,
  isChanged,
  spec,
}: {
  presets: Presets
  /** The kept report that is shown, or was until it was changed. */
  current: ReportPreset | null
  isChanged: boolean
  /** What would be kept; null while it can't be. */
  spec: ReportSpec | null
}) {
  const { t } = useTranslation('reports')
  const [opened, setOpened] = useState(false)
  const [name, setName] = useState('')
  const held = useHeldBack('account')
  const { rows, save } = presets
  const keep = async (wish: { id?: string; name: string }) => {
    if (spec === null) return
    const kept = await save.run({ ...wish, spec })
    if (kept === undefined) return
    keptAs(kept.id)
    setName('')
    setOpened(false)
  }
  const choose = (preset: ReportPreset) => {
    const before = useDraft.getState()
    takeUp(preset)
    setOpened(false)
    if (current === null || !isChanged) return
    tellAct(t('export.preset.left', { name: inert(current.name, 60).text }), {
      label: t('export.preset.leftUndo'),
      run: () => useDraft.setState(before),
    })
  }
  return (
    <Popover
      position="bottom-end"
      shadow="md"
      withinPortal
      trapFocus
      returnFocus
      width={340}
      opened={opened}
      onChange={setOpened}
    >
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconBookmark size={16} aria-hidden="true" />}
          onClick={() => setOpened((now) => !now)}
        >
          {t('export.preset.open')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('export.preset.open')}>
        <div className="lp-reports-presets">
          {rows.length === 0 ? <p className="lp-soft">{t('export.preset.none')}</p> : null}
          {rows.map((preset) => (
            <PresetRow
              key={preset.id}
              preset={preset}
              presets={presets}
              isCurrent={preset.id === current?.id}
              onChoose={() => choose(preset)}
            />
          ))}
          <ErrorNote error={save.error} />
          {current !== null && isChanged ? (
            <Button
              variant="default"
              {...held}
              disabled={held.disabled || spec === null}
              loading={save.busy}
              onClick={() => void keep({ id: current.id, name: current.name })}
            >
              {t('export.preset.update', { name: inert(current.name, 30).text })}
            </Button>
          ) : null}
          {current !== null && !isChanged ? (
            <a href={hrefOf({ screen: 'reports', tab: 'scheduled', open: NEW })}>
              {t('export.preset.schedule')}
            </a>
          ) : null}
          <form
            onSubmit={(event) => {
              event.preventDefault()
              if (presetName.safeParse(name).success) void keep({ name: name.trim() })
            }}
          >
            <TextInput
              label={t('export.preset.name')}
              description={t('export.preset.moves')}
              maxLength={80}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button
              type="submit"
              variant="default"
              {...held}
              disabled={held.disabled || spec === null || name.trim() === ''}
            >
              {t(current === null ? 'export.preset.save' : 'export.preset.saveAs')}
            </Button>
          </form>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
