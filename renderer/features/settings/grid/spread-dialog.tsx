import { Button, Modal } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Connector } from '../../../../shared/domain/connector/connector.ts'
import { phaseBalance, spreadPhases } from '../../../../shared/domain/site/phase-spread.ts'
import type { Station } from '../../../../shared/domain/station/station.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { ConfirmAct } from '../../../ui/frame/confirm-act.tsx'
import { inert } from '../../../ui/mark/inert.ts'
import { rotationWords } from '../../../ui/words/phase-rotation-words.ts'
import { useWiring, type WiringChange } from './use-wiring.ts'

/** Which rotations would spread one-phase charging over the phases, and the act to take them over. */
export function SpreadDialog({
  stations,
  connectors,
  onClose,
}: {
  stations: readonly Station[]
  connectors: readonly Connector[]
  onClose: () => void
}) {
  const { t } = useTranslation(['grid', 'ui'])
  const format = useFormat()
  const wiring = useWiring()
  const changes = useMemo(() => spreadChanges(stations, connectors), [stations, connectors])
  const wired = new Map(changes.map(({ station, wiring: after }) => [station.id, after]))
  const balance = (rows: readonly Station[]) =>
    phaseBalance(rows, connectors)
      .map((powerW) => format.number(powerW / 1_000, 1))
      .join(' / ')
  const apply = async () => {
    if ((await wiring.run(changes)) !== undefined) onClose()
  }
  if (changes.length === 0)
    return (
      <Modal
        opened
        onClose={onClose}
        title={t('wiring.spreadTitle')}
        size="sm"
        closeButtonProps={{ 'aria-label': t('ui:close') }}
      >
        <div className="lp-confirm">
          <div className="lp-confirm-words">{t('wiring.spreadNone')}</div>
          <div className="lp-confirm-buttons">
            <Button onClick={onClose} data-autofocus>
              {t('wiring.close')}
            </Button>
          </div>
        </div>
      </Modal>
    )
  return (
    <ConfirmAct
      opened
      title={t('wiring.spreadTitle')}
      act={t('wiring.spreadAct', { count: changes.length })}
      busy={wiring.busy}
      error={wiring.error}
      onConfirm={() => void apply()}
      onCancel={onClose}
    >
      <p>{t('wiring.spreadBody')}</p>
      <p>
        {t('wiring.balance', {
          before: balance(stations),
          after: balance(stations.map((row) => ({ ...row, ...wired.get(row.id) }))),
        })}
      </p>
      <ul className="lp-spread" tabIndex={0}>
        {changes.map(({ station, wiring: { phaseRotation: after } }) => (
          <li key={station.id}>
            {t('wiring.spreadLine', {
              name: inert(station.name, 40).text,
              before: rotationWords[station.phaseRotation],
              after: after === undefined ? '' : rotationWords[after],
            })}
          </li>
        ))}
      </ul>
    </ConfirmAct>
  )
}

function spreadChanges(
  stations: readonly Station[],
  connectors: readonly Connector[],
): WiringChange[] {
  const rotations = spreadPhases(stations, connectors)
  return stations.flatMap((station) => {
    const phaseRotation = rotations.get(station.id)
    return phaseRotation === undefined || phaseRotation === station.phaseRotation
      ? []
      : [{ station, wiring: { phaseRotation } }]
  })
}
