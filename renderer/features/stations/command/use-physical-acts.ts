import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { inWords } from '../../../i18n/format.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import type { Transaction } from '../../../../shared/domain/transaction/transaction.ts'
import { inert } from '../../../ui/mark/inert.ts'
import type { StationRow } from '../station-row.ts'
import type { PhysicalAct } from './physical-act.tsx'

/** The physical commands of a station, each with its question and its act in words. */
export type PhysicalActs = {
  stop: (transaction: Transaction) => PhysicalAct
  unlock: (connectorId: number) => PhysicalAct
  reset: (type: 'Soft' | 'Hard') => PhysicalAct
  /** Connector 0 takes the whole station out of service. */
  takeOut: (connectorId: number) => PhysicalAct
}

export function usePhysicalActs(row: StationRow): PhysicalActs {
  const { t } = useTranslation(['station', 'transactions'])
  const format = useFormat()
  return useMemo(() => {
    const station = inert(row.station.name, 60).text
    const placeOf = (connectorId: number) =>
      connectorId === 0 ? station : t('transactions:place', { station, connector: connectorId })
    const running = row.connectors.filter((view) => view.transaction !== null).length
    return {
      stop: (transaction) => ({
        request: {
          action: 'RemoteStopTransaction',
          payload: { transactionId: transaction.ocppTransactionId },
        },
        title: t('command.confirm.stopTitle', { number: transaction.ocppTransactionId }),
        text: t('command.confirm.stopText', {
          token: inert(transaction.idToken, 20).text,
          energy: inWords(format.energy(transaction.energyWh)),
          place: placeOf(transaction.connectorId),
        }),
        act: t('command.act.stop'),
      }),
      unlock: (connectorId) => ({
        request: { action: 'UnlockConnector', payload: { connectorId } },
        title: t('command.confirm.unlockTitle', { number: connectorId }),
        text: t('command.confirm.unlockText', { place: placeOf(connectorId) }),
        act: t('command.act.unlock', { number: connectorId }),
      }),
      reset: (type) => {
        const text = t(
          type === 'Soft' ? 'command.confirm.resetSoftText' : 'command.confirm.resetHardText',
        )
        return {
          request: { action: 'Reset', payload: { type } },
          title: t(
            type === 'Soft' ? 'command.confirm.resetSoftTitle' : 'command.confirm.resetHardTitle',
            { station },
          ),
          text: running > 0 ? `${text} ${t('command.confirm.running', { count: running })}` : text,
          act: t(type === 'Soft' ? 'command.act.resetSoft' : 'command.act.resetHard'),
        }
      },
      takeOut: (connectorId) => ({
        request: { action: 'ChangeAvailability', payload: { connectorId, type: 'Inoperative' } },
        title: t('command.confirm.inoperativeTitle', { place: placeOf(connectorId) }),
        text: t('command.confirm.inoperativeText'),
        act: t('command.act.inoperative'),
      }),
    }
  }, [row, t, format])
}
