import { existsSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
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
  return (places.get(process.platform) ?? []).find((file) => existsSync(file) && hasSheets(file))
}

/**
 * Debian lays out the parts of LibreOffice in packages of their own, so that it may be there and open no sheet.
 * @param {string} office
 */
function hasSheets(office) {
  const parts = dirname(realpathSync(office))
  return !existsSync(join(parts, 'libmergedlo.so')) || existsSync(join(parts, 'libsclo.so'))
}
