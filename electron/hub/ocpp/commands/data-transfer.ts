import { nothingYet, type CommandKind } from './command-kind.ts'

/** OCPP 1.6 §5.6. What a vendor's message means is the vendor's secret: the answer is shown as it came. */
export const dataTransfer: CommandKind<'DataTransfer'> = {
  action: 'DataTransfer',
  answered: nothingYet,
}
