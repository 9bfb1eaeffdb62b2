import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { appFolder, electronBinary, startConsole } from '../app.ts'
import { unprivileged } from '../unprivileged.ts'

if (process.platform === 'linux')
  test('the window’s process is confined by the operating system', async () => {
    const { executable, folder, dataDir } = unprivileged(electronBinary(), appFolder)
    const { app, window } = await startConsole({ executable, folder, dataDir, sandbox: true })
    try {
      // Before or after the site's own name.
      expect(await window.title()).toMatch(/Laddplan$/)
      const main = await app.evaluate(() => process.pid)
      const pages = processesUnder(main).filter((pid) =>
        commandLine(pid).includes('--type=renderer'),
      )
      expect(pages).not.toEqual([])
      for (const pid of pages) expect(status(pid)).toMatch(/^Seccomp:\s+2$/m)
      expect(commandLine(main)).not.toContain('--no-sandbox')
    } finally {
      await app.close()
    }
  })

/** The process and all that descend from it. */
function processesUnder(root: number): number[] {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [
        Number(name),
        Number(/^PPid:\s+(\d+)$/m.exec(status(Number(name)))?.[1] ?? 0),
      ]),
  )
  const isUnder = (pid: number): boolean =>
    pid === root || ((parents.get(pid) ?? 0) > 1 && isUnder(parents.get(pid) ?? 0))
  return [...parents.keys()].filter(isUnder)
}

function status(pid: number): string {
  return readProc(pid, 'status')
}

function commandLine(pid: number): string {
  return readProc(pid, 'cmdline')
}

/** Empty when the process has ended meanwhile. */
function readProc(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    return ''
  }
}
