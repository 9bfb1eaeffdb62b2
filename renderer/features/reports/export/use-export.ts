import type { ReportSpec } from '../../../../shared/domain/report/spec.ts'
import { type Act, useAct } from '../../../live/use-act.ts'
import { useClient } from '../../../live/use-live.ts'
import { chooseTarget } from './target.ts'
import { useJobInTray } from './use-job-in-tray.ts'

/** What is to be written, and the name that is offered for it. */
export interface Wanted {
  readonly spec: ReportSpec
  readonly suggestedName: string
}

/**
 * Asks where to write a report and begins it; the tray follows how far it is. The act is over once it has begun, so that
 * several can be written at once.
 */
export function useExport(): Act<Wanted, void> {
  const hub = useClient()
  const inTray = useJobInTray()
  return useAct(async ({ spec, suggestedName }: Wanted) => {
    const target = await chooseTarget(suggestedName)
    if (target === null) return
    inTray(await hub.report.export({ spec, ticket: target.ticket }), target)
  })
}
