import { existsSync } from 'node:fs'
import { installPackages } from './libraries.mjs'

/** Where LibreOffice lies, by platform. */
const places = new Map([
  ['linux', ['/usr/bin/soffice', '/usr/lib/libreoffice/program/soffice']],
  ['darwin', ['/Applications/LibreOffice.app/Contents/MacOS/soffice']],
  ['win32', ['C:/Program Files/LibreOffice/program/soffice.exe']],
])

/**
 * The spreadsheet that reports are opened in as whoever gets them would: the one that SOFFICE_BIN names, else one that is
 * installed. As root on Debian its smallest package is installed where there is none; it has no window.
 * @returns {Promise<string>}
 * @throws {SetupError} with the line to run by hand elsewhere
 */
export async function ensureOffice() {
  const named = process.env['SOFFICE_BIN']
  if (named !== undefined) return named
  if (installed() === undefined) await installPackages(['libreoffice-calc-nogui'])
  const found = installed()
  if (found === undefined)
    throw new Error('LibreOffice is installed and nowhere to be found; name it in SOFFICE_BIN.')
  return found
}

function installed() {
  return (places.get(process.platform) ?? []).find((file) => existsSync(file))
}
