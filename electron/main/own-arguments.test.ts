import { expect, test } from 'vitest'
import { ownArguments } from './own-arguments.ts'

test('what stands before the app’s folder is Electron’s, what follows is ours', () => {
  const argv = ['/bin/electron', '--no-sandbox', '/opt/app', '--demo', '--data', '/srv/site']
  expect(ownArguments(argv, '/opt/app')).toEqual(['--demo', '--data', '/srv/site'])
})

test('a packaged app has no folder among its arguments', () => {
  expect(ownArguments(['/opt/laddplan', '--demo'], '/opt/resources/app.asar')).toEqual(['--demo'])
})

test('switches of Chromium and of a test driver are passed over, ours and typing errors are not', () => {
  const argv = [
    '/bin/electron',
    '/opt/app',
    '--inspect=0',
    '--remote-debugging-port=0',
    '--disable-gpu',
    '--lang=sv',
    '--headless',
    '--dmeo',
  ]
  expect(ownArguments(argv, '/opt/app')).toEqual(['--headless', '--dmeo'])
})
