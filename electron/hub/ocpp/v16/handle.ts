import type { Writes } from '../../store/writes.ts'
import type { InboundAction, InboundReply, TransactionAction } from '../rpc/actions.ts'
import type { AnyInboundCall } from '../server/desk.ts'
import { authorize } from './authorize.ts'
import { bootNotification } from './boot-notification.ts'
import type { Caller } from './caller.ts'
import { dataTransfer } from './data-transfer.ts'
import { diagnosticsStatusNotification } from './diagnostics-status-notification.ts'
import { firmwareStatusNotification } from './firmware-status-notification.ts'
import { heartbeat } from './heartbeat.ts'
import { meterValues } from './meter-values.ts'
import { startTransaction } from './start-transaction.ts'
import { statusNotification } from './status-notification.ts'
import { stopTransaction } from './stop-transaction.ts'

/** Does what a station's message asks, within the unit, and returns the reply to send once that is on disk. */
export function handle(
  tx: Writes,
  caller: Caller,
  call: AnyInboundCall,
): InboundReply<InboundAction> {
  switch (call.action) {
    case 'Authorize':
      return authorize(tx, caller, call)
    case 'BootNotification':
      return bootNotification(tx, caller, call)
    case 'DataTransfer':
      return dataTransfer()
    case 'DiagnosticsStatusNotification':
      return diagnosticsStatusNotification(tx, caller, call)
    case 'FirmwareStatusNotification':
      return firmwareStatusNotification(tx, caller, call)
    case 'Heartbeat':
      return heartbeat(tx)
    case 'MeterValues':
      return meterValues(tx, caller, call)
    case 'StartTransaction':
      return startTransaction(tx, caller, call)
    case 'StatusNotification':
      return statusNotification(tx, caller, call)
    case 'StopTransaction':
      return stopTransaction(tx, caller, call)
  }
}

/** The number of a start that could not be understood: nobody's, so a stop under it is kept by itself. */
const NUMBER_OF_NOBODY = 2_147_483_647

/** What a transaction message that makes no sense is answered, so that it doesn't come for ever. */
export function answerToNonsense(action: TransactionAction): InboundReply<TransactionAction> {
  if (action !== 'StartTransaction') return {}
  return { transactionId: NUMBER_OF_NOBODY, idTagInfo: { status: 'Invalid' } }
}
