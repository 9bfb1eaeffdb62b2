import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { places } from './places.ts'
import './shortcuts-dialog.css'

const lines = [
  ['palette', 'Ctrl K'],
  ['places', `Alt 1 – ${places.length}`],
  ['alarms', '!'],
  ['search', '/'],
  ['rows', '↑ ↓  PgUp PgDn  Home End'],
  ['open', 'Enter'],
  ['close', 'Esc'],
  ['back', 'Alt ← / →'],
  ['help', '?'],
] as const

/** The list of shortcuts. */
export function ShortcutsDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation(['shell', 'ui'])
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('shell:shortcuts.title')}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <dl className="lp-shortcuts">
        {lines.map(([name, keys]) => (
          <div key={name}>
            <dt>{t(`shell:shortcuts.${name}`)}</dt>
            <dd>
              <kbd>{keys}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
