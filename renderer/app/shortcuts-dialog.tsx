import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useMayAll } from '../live/session-store.ts'
import { placesFor } from './places.ts'
import './shortcuts-dialog.css'

const lines = [
  ['palette', 'Ctrl K'],
  ['places', ''],
  ['alarms', '!'],
  ['search', '/'],
  ['rows', '↑ ↓  PgUp PgDn  Home End'],
  ['open', 'Enter'],
  ['close', 'Esc'],
  ['back', 'Alt ← / →'],
  ['lock', 'Ctrl L'],
  ['help', '?'],
] as const

/** On a bar of the timeline. */
const barLines = [
  ['undo', 'Ctrl Z  Ctrl Y'],
  ['pickUp', 'M'],
  ['heldMove', '← →  Shift ← →  ↑ ↓'],
  ['copy', 'C'],
  ['ends', 'A  D'],
  ['choose', 'Space  Ctrl A'],
  ['split', 'S'],
  ['moveTo', 'G'],
  ['change', 'E'],
  ['cancel', 'Del'],
  ['zoom', '+ –  Ctrl wheel'],
  ['sideways', 'Shift wheel'],
  ['now', 'N'],
] as const

/** At the desk. */
const deskLines = [
  ['walkUp', 'N'],
  ['deskFind', 'Enter'],
  ['stripChoose', '1 – 9'],
  ['stripNext', 'Enter  Esc'],
] as const

/** On the load chart. */
const loadLines = [
  ['loadStep', '← →'],
  ['loadSpan', '1 – 5'],
  ['now', 'N'],
] as const

/** The list of shortcuts. */
export function ShortcutsDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation(['shell', 'ui'])
  const { length } = placesFor(useMayAll())
  // The tenth place is Alt 0; what comes after has no key.
  const places = length > 9 ? 'Alt 1 – 9  Alt 0' : `Alt 1 – ${length}`
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('shell:shortcuts.title')}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <dl className="lp-shortcuts">
        {lines.map(([name, keys]) => (
          <Line
            key={name}
            words={t(`shell:shortcuts.${name}`)}
            keys={name === 'places' ? places : keys}
          />
        ))}
      </dl>
      <h3>{t('shell:shortcuts.timeline')}</h3>
      <dl className="lp-shortcuts">
        {barLines.map(([name, keys]) => (
          <Line key={name} words={t(`shell:shortcuts.${name}`)} keys={keys} />
        ))}
      </dl>
      <h3>{t('shell:shortcuts.desk')}</h3>
      <dl className="lp-shortcuts">
        {deskLines.map(([name, keys]) => (
          <Line key={name} words={t(`shell:shortcuts.${name}`)} keys={keys} />
        ))}
      </dl>
      <h3>{t('shell:shortcuts.load')}</h3>
      <dl className="lp-shortcuts">
        {loadLines.map(([name, keys]) => (
          <Line key={name} words={t(`shell:shortcuts.${name}`)} keys={keys} />
        ))}
      </dl>
    </Modal>
  )
}

function Line({ words, keys }: { words: string; keys: string }) {
  return (
    <div>
      <dt>{words}</dt>
      <dd>
        <kbd>{keys}</kbd>
      </dd>
    </div>
  )
}
