/** The file under the hub's data folder in which it keeps the token for programs, in that folder's own spelling. */
export function tokenFileIn(dataDir: string): string {
  const separator = dataDir.includes('\\') ? '\\' : '/'
  return `${dataDir.replace(/[\\/]+$/, '')}${separator}api-token`
}
