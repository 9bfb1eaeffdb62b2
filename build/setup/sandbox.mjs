import { readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Why Chromium's sandbox can't start for this account, with the line that mends it; null when it can.
 * It needs user namespaces, which some systems keep from ordinary accounts, or else a helper of root's.
 * @param {string} executable Electron's
 * @returns {string | null}
 */
export function sandboxProblem(executable) {
  if (process.platform !== 'linux' || process.getuid?.() === 0) return null
  const helper = join(dirname(executable), 'chrome-sandbox')
  const isAllowed =
    setting('/proc/sys/kernel/unprivileged_userns_clone') !== '0' &&
    setting('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') !== '1'
  if (isAllowed || isRootHelper(helper)) return null
  return `sandbox: this system keeps user namespaces from ordinary accounts; run this line once: sudo chown root:root ${helper} && sudo chmod 4755 ${helper}`
}

/** @param {string} file */
function setting(file) {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return null
  }
}

/** @param {string} helper */
function isRootHelper(helper) {
  try {
    const { uid, mode } = statSync(helper)
    return uid === 0 && (mode & 0o4000) !== 0
  } catch {
    return false
  }
}
