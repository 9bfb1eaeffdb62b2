import { posix, win32 } from 'node:path'

/** What decides where data lies: the operating system, its environment and the user's home. */
export interface Platform {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
}

/** What was asked for on the command line. */
export interface FolderChoice {
  readonly data: string | null
  readonly demo: boolean
}

/**
 * The absolute folder that holds the database, keys and logs, the same with and without a window.
 * A folder that was asked for is taken as it is; otherwise the platform's folder for application
 * data (XDG base directory specification on Linux), with `-demo` after it for the demo depot.
 */
export function dataFolder(choice: FolderChoice, platform: Platform, cwd: string): string {
  const path = platform.platform === 'win32' ? win32 : posix
  if (choice.data !== null) return path.resolve(cwd, choice.data)
  return path.join(applicationData(platform), choice.demo ? 'laddplan-demo' : 'laddplan')
}

function applicationData({ platform, env, home }: Platform): string {
  if (platform === 'win32')
    return absolute(env['APPDATA'], win32) ?? win32.join(home, 'AppData', 'Roaming')
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support')
  return absolute(env['XDG_DATA_HOME'], posix) ?? posix.join(home, '.local', 'share')
}

/** A relative XDG path is to be ignored, says the specification. */
function absolute(value: string | undefined, path: typeof posix): string | undefined {
  return value !== undefined && path.isAbsolute(value) ? value : undefined
}
