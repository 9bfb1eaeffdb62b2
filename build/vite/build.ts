import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { appFolder, out, root } from '../setup/paths.mjs'
import manifest from '../../package.json' with { type: 'json' }
import { keepCompiled } from './compiled.ts'
import { driverBundle } from './driver-bundle.ts'
import { lostRewrites } from './late-modules.ts'
import { nodeBundles } from './node-bundles.ts'
import { preloadBundle } from './preload-bundle.ts'
import { rendererBundle } from './renderer-bundle.ts'

// Built beside the place and moved there whole, so that an app that starts meanwhile finds either
// the old build or the new one.
const work = join(out, `app-${process.pid}`)
const old = join(out, `app-${process.pid}-old`)
try {
  rmSync(work, { recursive: true, force: true })
  mkdirSync(work, { recursive: true })
  const bundles = [rendererBundle, driverBundle, preloadBundle, nodeBundles].flatMap((of) =>
    of(root, work),
  )
  for (const bundle of bundles) await build(bundle)
  const lost = lostRewrites()
  if (lost.length > 0) throw new Error(`late-modules.ts: no library has ${lost.join(' or ')}`)
  keepCompiled(join(work, 'utility.js'))
  const { name, productName, version, description, author, license } = manifest
  const app = {
    name,
    productName,
    version,
    description,
    author,
    license,
    type: 'commonjs',
    main: 'main.js',
  }
  writeFileSync(join(work, 'package.json'), JSON.stringify(app, null, 2))
  try {
    renameSync(appFolder, old)
  } catch {
    // There was no build yet.
  }
  renameSync(work, appFolder)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
} finally {
  rmSync(work, { recursive: true, force: true })
  rmSync(old, { recursive: true, force: true })
}
