import { readFileSync, writeFileSync } from 'node:fs'
import Module, { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { Script } from 'node:vm'

/**
 * Keeps what V8 makes of a CommonJS bundle beside it, as `<file>.<arch>`, with all that runs while it loads.
 * The build runs on Electron's Node, so the V8 is the one that will read it.
 * @param file a bundle that may refuse to run here once it is loaded
 */
export function keepCompiled(file: string): void {
  const script = new Script(Module.wrap(readFileSync(file, 'latin1')), { filename: file })
  const module = { exports: {} }
  try {
    script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file))
  } catch {
    // It says that it runs as a utility process. By then all its modules have.
  }
  writeFileSync(`${file}.${process.arch}`, script.createCachedData())
}
