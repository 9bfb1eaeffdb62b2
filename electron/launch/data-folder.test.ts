import { describe, expect, test } from 'vitest'
import { dataFolder } from './data-folder.ts'

const linux = { platform: 'linux', env: {}, home: '/home/ada' } as const

describe('the data folder', () => {
  test('is the platform’s folder for application data', () => {
    const none = { data: null, demo: false }
    expect(dataFolder(none, linux, '/')).toBe('/home/ada/.local/share/laddplan')
    expect(dataFolder(none, { ...linux, env: { XDG_DATA_HOME: '/srv/data' } }, '/')).toBe(
      '/srv/data/laddplan',
    )
    expect(dataFolder(none, { platform: 'darwin', env: {}, home: '/Users/ada' }, '/')).toBe(
      '/Users/ada/Library/Application Support/laddplan',
    )
    expect(
      dataFolder(
        none,
        { platform: 'win32', env: { APPDATA: 'C:\\Data' }, home: 'C:\\ada' },
        'C:\\',
      ),
    ).toBe('C:\\Data\\laddplan')
  })

  test('ignores a relative XDG_DATA_HOME', () => {
    expect(
      dataFolder({ data: null, demo: false }, { ...linux, env: { XDG_DATA_HOME: 'data' } }, '/'),
    ).toBe('/home/ada/.local/share/laddplan')
  })

  test('of the demo depot is never the depot’s own', () => {
    expect(dataFolder({ data: null, demo: true }, linux, '/')).toBe(
      '/home/ada/.local/share/laddplan-demo',
    )
  })

  test('that was asked for is taken as it is, from where the command was given', () => {
    expect(dataFolder({ data: 'site', demo: true }, linux, '/srv')).toBe('/srv/site')
    expect(dataFolder({ data: '/srv/site', demo: false }, linux, '/tmp')).toBe('/srv/site')
  })
})
