import type { BookFile } from '../../../../shared/domain/accounting/book-file.ts'
import { type Act, useAct } from '../../../live/use-act.ts'
import { useClient } from '../../../live/use-live.ts'
import { chooseTarget } from '../export/target.ts'
import { useJobInTray } from '../export/use-job-in-tray.ts'

/** What is to be written, and the name that is offered for it. */
export interface WantedBook {
  readonly file: BookFile
  readonly suggestedName: string
}

/** Asks where to write a file for other books and begins it; the tray follows how far it is. */
export function useBookExport(): Act<WantedBook, void> {
  const hub = useClient()
  const inTray = useJobInTray()
  return useAct(async ({ file, suggestedName }: WantedBook) => {
    const target = await chooseTarget(suggestedName)
    if (target === null) return
    inTray(await hub.accounting.export({ file, ticket: target.ticket }), target)
  })
}
