import { useTranslation } from 'react-i18next'
import type { Id } from '../../../../shared/domain/id/id.ts'
import { CommandProgress } from './command-progress.tsx'
import { useStationCommands } from './use-commands.ts'

/** The station's latest commands with how each went, newest first, live. */
export function CommandHistory({ stationId, limit }: { stationId: Id; limit: number }) {
  const { t } = useTranslation('station')
  const commands = useStationCommands(stationId)
  if (commands.length === 0) return <p className="lp-soft">{t('command.historyNone')}</p>
  return (
    <div className="lp-command-history">
      {commands.slice(0, limit).map((command) => (
        <CommandProgress key={command.id} command={command} />
      ))}
    </div>
  )
}
