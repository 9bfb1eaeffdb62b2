import { Button, Menu, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import {
  IconArchive,
  IconArchiveOff,
  IconDots,
  IconDownload,
  IconPencil,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type OcpiVersion, ocpiVersions } from '../../../../shared/domain/tariff/ocpi-json.ts'
import {
  type Tariff,
  tariffName,
  type TariffVersion,
} from '../../../../shared/domain/tariff/tariff.ts'
import { tellAct } from '../../../live/last-act.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient } from '../../../live/use-live.ts'
import { ConfirmAct } from '../../../ui/frame/confirm-act.tsx'
import { inert } from '../../../ui/mark/inert.ts'
import { useRefusalWords } from '../../../ui/words/refusal-words.ts'
import { saveText } from '../../../ui/share/save-text.ts'

/** What is seldom done to a tariff: called otherwise, given out as OCPI, put aside and brought back. */
export function TariffMenu({
  tariff,
  version,
}: {
  tariff: Tariff
  /** The one that is given out. */
  version: TariffVersion | null
}) {
  const { t } = useTranslation('tariff')
  const hub = useClient()
  const refusalWords = useRefusalWords()
  const [asked, setAsked] = useState<'rename' | 'archive' | null>(null)
  const [typed, setTyped] = useState(tariff.name)
  const { id } = tariff
  const name = inert(tariff.name, 60).text
  const renaming = useAct((to: string) => hub.tariff.rename({ id, name: to }))
  const moving = useAct((act: 'archive' | 'restore') => hub.tariff[act]({ id }))
  const isAside = tariff.archivedAt !== null

  const rename = async () => {
    const renamed = await renaming.run(typed)
    if (!renamed) return
    tellAct(t('page.said.renamed', { name: inert(renamed.name, 60).text }))
    setAsked(null)
  }
  const move = async (act: 'archive' | 'restore') => {
    if (!(await moving.run(act))) return
    tellAct(t(`page.said.${act}d`, { name }))
    setAsked(null)
  }
  const give = async (as: OcpiVersion) => {
    if (version === null) return
    try {
      const json = await hub.tariff.exportOcpi({ id: version.id, version: as })
      const file = `${tariff.name.replaceAll(/[^\p{L}\p{N}-]+/gu, '-')}-ocpi-${as}.json`
      const saved = await saveText(file, `${JSON.stringify(json, null, 2)}\n`)
      if (saved === 'saved') tellAct(t('page.said.exported', { name: inert(file, 60).text }))
      if (saved === 'failed') notifications.show({ message: t('page.notExported'), color: 'ink' })
    } catch (error) {
      notifications.show({ message: refusalWords(error), color: 'ink' })
    }
  }
  return (
    <>
      <Menu position="bottom-end" withinPortal returnFocus withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button variant="default" leftSection={<IconDots size={16} aria-hidden="true" />}>
            {t('page.more')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {isAside ? null : (
            <Menu.Item
              leftSection={<IconPencil size={16} aria-hidden="true" />}
              onClick={() => setAsked('rename')}
            >
              {t('page.rename')}
            </Menu.Item>
          )}
          {version === null
            ? null
            : ocpiVersions.map((as) => (
                <Menu.Item
                  key={as}
                  leftSection={<IconDownload size={16} aria-hidden="true" />}
                  onClick={() => void give(as)}
                >
                  {t('page.export', { version: as })}
                </Menu.Item>
              ))}
          {isAside ? (
            <Menu.Item
              leftSection={<IconArchiveOff size={16} aria-hidden="true" />}
              onClick={() => void move('restore')}
            >
              {t('page.restore')}
            </Menu.Item>
          ) : (
            <Menu.Item
              leftSection={<IconArchive size={16} aria-hidden="true" />}
              onClick={() => setAsked('archive')}
            >
              {t('page.archive')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <ConfirmAct
        opened={asked === 'rename'}
        title={t('page.renameTitle')}
        act={t('page.rename')}
        busy={renaming.busy}
        ready={tariffName.safeParse(typed).success}
        error={renaming.error}
        onConfirm={() => void rename()}
        onCancel={() => setAsked(null)}
      >
        <TextInput
          label={t('editor.name')}
          value={typed}
          maxLength={80}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </ConfirmAct>
      <ConfirmAct
        opened={asked === 'archive'}
        title={t('page.archiveTitle', { name })}
        act={t('page.archive')}
        destructive
        busy={moving.busy}
        error={moving.error}
        onConfirm={() => void move('archive')}
        onCancel={() => setAsked(null)}
      >
        {t('page.archiveBody')}
      </ConfirmAct>
    </>
  )
}
