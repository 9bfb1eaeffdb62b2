import type { Command } from '../../../shared/domain/command/command.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { Store } from '../store/store.ts'

/** The command once it has ended, or as it is when `waitMs` is over. Undefined when there is none. */
export async function commandOnceEnded(
  store: Store,
  commandId: Id,
  waitMs: number,
): Promise<Command | undefined> {
  const isOver = (command: Command | undefined): boolean =>
    command === undefined || command.state === 'answered' || command.state === 'failed'
  let command = await store.reads.get('command', commandId)
  if (isOver(command) || waitMs <= 0) return command
  await new Promise<void>((resolve) => {
    const timer = setTimeout(finish, waitMs)
    const unsubscribe = store.feed.subscribe(() => void look())
    async function look(): Promise<void> {
      command = await store.reads.get('command', commandId)
      if (isOver(command)) finish()
    }
    function finish(): void {
      clearTimeout(timer)
      unsubscribe()
      resolve()
    }
    void look()
  })
  return store.reads.get('command', commandId)
}
