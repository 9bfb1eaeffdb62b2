/** Switches of Chromium and of test drivers that may stand between our own flags. */
const foreign =
  /^--(no-sandbox|inspect(-brk|-port)?|remote-debugging-(port|pipe)|(disable|enable|force|use|ozone|lang|password-store|user-data-dir|original-process-start-time)([-=]|$))/

/**
 * Our own flags out of a main process's arguments.
 * @param argv process.argv
 * @param appPath the folder or archive the app runs from; what stands before it is Electron's
 */
export function ownArguments(argv: readonly string[], appPath: string): string[] {
  const at = argv.findIndex((arg, index) => index > 0 && samePath(arg, appPath))
  return argv.slice(Math.max(at, 0) + 1).filter((arg) => !foreign.test(arg) && arg !== '--')
}

function samePath(arg: string, appPath: string): boolean {
  return arg.replace(/[/\\]+$/, '') === appPath.replace(/[/\\]+$/, '')
}
