import { execFileSync } from 'node:child_process'
import {
  closeSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { failureOf, type FileCalls, writeWholeFile } from './whole-file.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'laddplan-file-'))
  path = join(folder, 'report.csv')
})
afterEach(() => rmSync(folder, { recursive: true }))

const disk: FileCalls = { openSync, writeSync, fsyncSync, closeSync, renameSync }
const bytes = (text: string) => Buffer.from(text)
const failing = (code: string) => () => {
  throw Object.assign(new Error(code), { code })
}

describe('a file', () => {
  test('is at its place only when all of it is on disk', async () => {
    writeFileSync(path, 'before')
    const calls: string[] = []
    const told: FileCalls = {
      ...disk,
      fsyncSync: (file) => {
        calls.push(`synced, ${readFileSync(path, 'utf8')} there`)
        fsyncSync(file)
      },
    }
    const write = async (take: (part: Uint8Array) => void) => {
      for (const part of ['one ', 'two']) take(bytes(part))
      return 2
    }
    expect(await writeWholeFile(path, 'a', write, told)).toBe(2)
    expect(calls).toEqual(['synced, before there'])
    expect(readFileSync(path, 'utf8')).toBe('one two')
    expect(readdirSync(folder)).toEqual(['report.csv'])
  })

  test('that the disk takes in small parts is whole all the same', async () => {
    // As `write` is called here: a buffer and where to begin.
    const slow = (file: number, data: Uint8Array, at: number) => writeSync(file, data, at, 1)
    const told = { ...disk, writeSync: slow as typeof writeSync }
    await writeWholeFile(path, 'a', async (take) => take(bytes('slowly')), told)
    expect(readFileSync(path, 'utf8')).toBe('slowly')
  })

  test.each(['writeSync', 'fsyncSync', 'closeSync', 'renameSync'] as const)(
    'is what it was before, and nothing is left beside it, when %s finds the disk full',
    async (call) => {
      writeFileSync(path, 'before')
      const full = { ...disk, [call]: failing('ENOSPC') }
      const written = writeWholeFile(path, 'a', async (take) => take(bytes('after')), full)
      await expect(written).rejects.toThrow('ENOSPC')
      expect(readFileSync(path, 'utf8')).toBe('before')
      expect(readdirSync(folder)).toEqual(['report.csv'])
    },
  )

  test('takes away what a process that was killed has left of it, and nothing else', async () => {
    const others = ['.report.csv.0-a.part', '.report.csv.part', '.other.csv.0-a.part', 'x.part']
    for (const name of [...others, `.report.csv.${process.pid}-b.part`])
      writeFileSync(join(folder, name), 'left')
    await writeWholeFile(path, 'a', async (take) => take(bytes('whole')))
    expect(readdirSync(folder).sort()).toEqual(
      [...others.slice(1), `.report.csv.${process.pid}-b.part`, 'report.csv'].sort(),
    )
  })

  test('is what it was before when whoever makes it thinks better of it', async () => {
    writeFileSync(path, 'before')
    const written = writeWholeFile(path, 'a', async (take) => {
      take(bytes('half'))
      throw new Error('cancelled')
    })
    await expect(written).rejects.toThrow('cancelled')
    expect(readdirSync(folder)).toEqual(['report.csv'])
    expect(readFileSync(path, 'utf8')).toBe('before')
  })

  test.runIf(process.platform !== 'win32')(
    'is what it was before when the system itself takes no more of it',
    () => {
      writeFileSync(path, 'before')
      const script = `
        import { failureOf, writeWholeFile } from ${JSON.stringify(join(import.meta.dirname, 'whole-file.ts'))}
        const part = Buffer.alloc(64 * 1024, 'x')
        writeWholeFile(${JSON.stringify(path)}, 'a', async (take) => { for (;;) take(part) }).catch((error) =>
          console.log(failureOf(error)))`
      const file = join(folder, 'full.mts')
      writeFileSync(file, script)
      // No file above 512 KiB: the next write fails as on a full disk (setrlimit(2), RLIMIT_FSIZE).
      const limited = ['-c', 'ulimit -f 1024; exec "$0" "$1"', process.execPath, file]
      const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_NO_WARNINGS: '1' }
      expect(execFileSync('sh', limited, { env, encoding: 'utf8' }).trim()).toBe('diskFull')
      expect(readFileSync(path, 'utf8')).toBe('before')
      expect(readdirSync(folder).sort()).toEqual(['full.mts', 'report.csv'])
    },
  )
})

test('why a file couldn’t be written is told by the system’s own word', () => {
  const of = (code: string) => failureOf(Object.assign(new Error(code), { code }))
  expect(['ENOSPC', 'ENOENT', 'EACCES', 'EIO'].map(of)).toEqual([
    ...['diskFull', 'noFolder', 'notAllowed', 'other'],
  ])
  expect(failureOf('x')).toBe('other')
})
