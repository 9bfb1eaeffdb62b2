import { readFileSync } from 'node:fs'
import Module, { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Script } from 'node:vm'

// What the shell forks. It runs the hub's bundle, `utility.ts`, from the code that V8 compiled at build time, so
// that not every start compiles a megabyte again. V8 turns down what another version of it compiled.
const file = join(import.meta.dirname, 'utility.js')
const cachedData = compiled(`${file}.${process.arch}`)
const script = new Script(Module.wrap(readFileSync(file, 'latin1')), {
  filename: file,
  ...(cachedData === undefined ? {} : { cachedData }),
})
const require = createRequire(file)
// Known to Node's loader as if it had loaded it: the parts that are read later ask for what they share with it.
const module = new Module(file)
require.cache[file] = module
script.runInThisContext()(module.exports, require, module, file, dirname(file))

function compiled(from: string): Buffer | undefined {
  try {
    return readFileSync(from)
  } catch {
    return undefined // Built on a machine of another kind.
  }
}
