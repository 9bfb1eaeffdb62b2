import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checks } from '../../build/checks.mjs'

/**
 * The walls between the rooms hold: `npm run check` refuses what crosses one. Each probe stands alone
 * in a copy of the project's configuration, and the tools are asked as `npm run check` asks them.
 */
const root = fileURLToPath(new URL('../..', import.meta.url))
const rooms = [
  'shared',
  'renderer',
  'electron/folder',
  'electron/hub',
  'electron/main',
  'electron/preload',
  'electron/launch',
]

let project: string

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'laddplan-layering-'))
  for (const file of [
    'package.json',
    'build/tsconfig.base.json',
    'build/lint',
    ...rooms.map(tsconfig),
  ]) {
    mkdirSync(dirname(join(project, file)), { recursive: true })
    cpSync(join(root, file), join(project, file), { recursive: true })
  }
  mkdirSync(join(project, 'e2e'))
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'))
})

afterEach(() => rmSync(project, { recursive: true, force: true }))

describe('types refuse', () => {
  test('an import from the window into the hub', () => {
    write('electron/hub/store.ts', 'export const rows = 1\n')
    write(
      'renderer/probe.ts',
      `import { rows } from '../electron/hub/store.ts'\nexport const seen = rows\n`,
    )
    expect(types('renderer')).toMatch(/electron\/hub\/store\.ts/)
  })

  test.each([
    [`import { readFileSync } from 'node:fs'\nexport const read = readFileSync\n`, 'node:fs'],
    [`export const home = process.env\n`, 'process'],
    [`export const title = document.title\n`, 'document'],
    [`export const page = window.location\n`, 'window'],
  ])('Node or DOM in shared: %s', (code, named) => {
    write('shared/domain/probe.ts', code)
    expect(types('shared')).toContain(named)
  })

  test('nothing in a room that keeps within its walls', () => {
    write('shared/domain/noun.ts', 'export const noun = 1\n')
    write(
      'renderer/probe.ts',
      `import { noun } from '../shared/domain/noun.ts'\nexport const seen = noun\n`,
    )
    expect(types('renderer')).toBe('')
  })
})

describe('lint refuses', () => {
  test.each([
    ['renderer/app/probe.ts', '../../electron/hub/store/store.ts', 'through shared/contract alone'],
    ['renderer/app/probe.ts', 'node:fs', 'has no Node'],
    ['renderer/app/probe.ts', 'electron', 'has no Node'],
    ['renderer/features/stations/probe.ts', '../transactions/list.ts', 'never imports its sibling'],
    [
      'renderer/features/stations/page/probe.ts',
      '../../transactions/list.ts',
      'never imports its sibling',
    ],
    ['shared/domain/station/probe.ts', 'node:fs', 'no I/O'],
    ['shared/contract/probe.ts', 'ws', 'no I/O'],
    ['shared/domain/station/probe.ts', '../../../electron/hub/hub.ts', 'nothing but shared'],
    [
      'shared/domain/station/probe.ts',
      '../../contract/contract.ts',
      'knows nothing of the contract',
    ],
    ['electron/hub/probe.ts', 'electron', 'plain Node'],
    ['electron/hub/probe.ts', '../main/window.ts', 'plain Node'],
    ['electron/hub/store/probe.ts', '../station/add.ts', 'stand'],
    ['electron/hub/station/probe.ts', '../ocpp/server/desk.ts', 'over which wire'],
    ['electron/main/probe.ts', '../hub/hub.ts', 'knows neither from inside'],
    [
      'electron/preload/probe.ts',
      '../../shared/domain/station/station.ts',
      'no business of its own',
    ],
    ['electron/demo/probe.ts', '../hub/store/store.ts', 'over its sockets alone'],
    ['electron/folder/probe.ts', '../launch/data-folder.ts', 'on Node alone'],
  ])('%s importing %s', (file, imported, reason) => {
    write(file, `import { thing } from '${imported}'\nexport const seen = thing\n`)
    expect(lint()).toContain(reason)
    // Types may be borrowed no more than values.
    write(file, `import type { Thing } from '${imported}'\nexport type Seen = Thing\n`)
    expect(lint()).toContain(reason)
  })

  test.each([
    ['renderer/features/stations/probe.ts', '../../live/hub.ts'],
    ['renderer/features/stations/page/probe.ts', '../station-row.ts'],
    ['renderer/features/stations/page/probe.ts', '../../../../shared/domain/station/station.ts'],
    ['shared/contract/probe.ts', '@orpc/contract'],
    ['electron/hub/probe.ts', 'node:fs'],
    ['electron/hub/rpc/probe.ts', '../station/add.ts'],
    ['electron/hub/probe.ts', '../folder/one-hub.ts'],
    ['electron/launch/probe.ts', '../folder/one-hub.ts'],
    ['electron/folder/probe.ts', 'node:net'],
    ['electron/main/probe.ts', 'electron'],
    ['electron/main/probe.ts', '../../shared/process.ts'],
  ])('nothing when %s imports %s', (file, imported) => {
    write(file, `import { thing } from '${imported}'\nexport const seen = thing\n`)
    expect(lint()).toBe('')
  })
})

function write(file: string, code: string): void {
  mkdirSync(dirname(join(project, file)), { recursive: true })
  writeFileSync(join(project, file), code)
}

function tsconfig(room: string): string {
  return `${room}/tsconfig.json`
}

/** What the type checker says of a room; empty when it is content. */
function types(room: string): string {
  return said('types', (args) => [...args, room])
}

/** What the linter says of all rooms; empty when it is content. */
function lint(): string {
  return said('lint', (args) => [...args, '--format=json'])
}

function said(name: string, change: (args: readonly string[]) => string[]): string {
  const check = checks.find((candidate) => candidate.name === name)
  if (check === undefined) throw new Error(`npm run check has no part ${name}`)
  const script = join(root, 'node_modules', check.script)
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...change(check.args)], {
    cwd: project,
    encoding: 'utf8',
  })
  return status === 0 ? '' : `${stdout}${stderr}` || `${name} ended with ${status}`
}
