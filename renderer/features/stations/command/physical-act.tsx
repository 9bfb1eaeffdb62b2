import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Command, CommandRequest } from '../../../../shared/domain/command/command.ts'
import type { Id } from '../../../../shared/domain/id/id.ts'
import { ConfirmAct } from '../../../ui/frame/confirm-act.tsx'
import { useSendCommand } from './use-commands.ts'

/** A command that moves or cuts something real, with the question to ask before it goes. */
export type PhysicalAct = { request: CommandRequest; title: string; text: string; act: string }

/** Asks before a physical command is sent: `ask` opens the question, `dialog` is to be rendered. */
export function usePhysicalAct(
  stationId: Id,
  onSent?: (command: Command) => void,
): { ask: (act: PhysicalAct) => void; dialog: ReactNode } {
  const [asked, setAsked] = useState<PhysicalAct | null>(null)
  const [open, setOpen] = useState(false)
  const { run, busy, error, clear } = useSendCommand(stationId)
  const confirm = async () => {
    if (asked === null) return
    const command = await run(asked.request)
    if (!command) return
    setOpen(false)
    onSent?.(command)
  }
  return {
    ask: (act) => {
      clear()
      setAsked(act)
      setOpen(true)
    },
    dialog: (
      <ConfirmAct
        opened={open}
        title={asked?.title ?? ''}
        act={asked?.act ?? ''}
        destructive
        busy={busy}
        error={error}
        onConfirm={() => void confirm()}
        onCancel={() => setOpen(false)}
      >
        {asked?.text}
      </ConfirmAct>
    ),
  }
}
