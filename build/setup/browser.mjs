import { existsSync } from 'node:fs'
import { installPackages } from './libraries.mjs'
import { say, SetupError } from './say.mjs'

/** Where Chromium and its kin lie, by platform. */
const places = new Map([
  ['linux', ['/usr/bin/google-chrome', '/usr/bin/chromium', '/usr/bin/chromium-browser']],
  ['darwin', ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']],
  [
    'win32',
    [
      'C:/Program Files/Google/Chrome/Application/chrome.exe',
      'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
    ],
  ],
])

/**
 * The browser that tests pay with as a payer's phone would: the one that BROWSER_BIN names, else one that is
 * installed. As root on Debian Chromium is installed where there is none.
 * @returns {Promise<string | null>} null where there is none and none can be installed, which is said
 */
export async function ensureBrowser() {
  const named = process.env['BROWSER_BIN']
  if (named !== undefined) return named
  const found = installed()
  if (found !== null || process.platform !== 'linux') return found
  try {
    await installPackages(['chromium'])
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    say(`browser: the tests that pay on a page need one. ${error.message}`)
  }
  return installed()
}

function installed() {
  return (places.get(process.platform) ?? []).find((file) => existsSync(file)) ?? null
}
