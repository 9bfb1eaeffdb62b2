import { spawn } from 'node:child_process'
import { platform } from 'node:os'

/** Tells the second run that it is the second. */
const MARK = 'LADDPLAN_FILES_RAISED'

/**
 * Runs a benchmark, or this whole script once more, under as many open files as the machine allows:
 * a shell's usual 1,024 are too few for ten thousand sockets.
 * @returns the exit code
 */
export async function withManyFiles(bench: () => Promise<number>): Promise<number> {
  if (process.env[MARK] !== undefined || platform() === 'win32') return bench()
  const raise = 'ulimit -n "$(ulimit -Hn)" 2>/dev/null; exec "$0" "$@"'
  const child = spawn(
    'sh',
    ['-c', raise, process.execPath, ...process.execArgv, ...process.argv.slice(1)],
    { stdio: 'inherit', env: { ...process.env, [MARK]: '1' } },
  )
  const handOn = (signal: NodeJS.Signals) => child.kill(signal)
  process.on('SIGTERM', handOn).on('SIGINT', handOn)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}
