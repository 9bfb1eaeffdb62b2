import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

const TEXT = /\.(?:html|js|css|svg|json|webmanifest)$/

/**
 * Writes a `.br` and a `.gz` beside each text of a bundle, as small as they get, so that who serves it compresses nothing.
 * Tells what the page weighs, and fails where its script, compressed, is over the budget, bytes.
 */
export function precompressed({ scriptBudget }: { scriptBudget: number }): Plugin {
  return {
    name: 'precompressed',
    apply: 'build',
    enforce: 'post',
    writeBundle({ dir }) {
      if (dir === undefined) throw new Error('precompressed: the bundle goes to no folder')
      const weights = compressTexts(dir)
      const of = (ending: string) => weights.filter(({ name }) => name.endsWith(ending))
      process.stdout.write(
        `driver’s page: ${['.html', '.css', '.js'].map((ending) => told(ending, of(ending))).join(', ')}\n`,
      )
      checkBudget(weights, scriptBudget)
    },
  }
}

/** Compresses every text of a folder beside itself, and tells what each weighs. */
export function compressTexts(dir: string): (Weight & { readonly name: string })[] {
  return textsIn(dir).map((name) => ({ name, ...compress(join(dir, name)) }))
}

/** @throws where all script together, compressed as phones without TLS get it, is over the budget, bytes */
export function checkBudget(
  weights: readonly (Weight & { readonly name: string })[],
  scriptBudget: number,
): void {
  const scripts = sum(weights.filter(({ name }) => name.endsWith('.js')).map(({ gz }) => gz))
  if (scripts > scriptBudget)
    throw new Error(
      `driver’s page: ${scripts} bytes of compressed script, where ${scriptBudget} are allowed`,
    )
}

interface Weight {
  readonly raw: number
  readonly br: number
  readonly gz: number
}

function textsIn(dir: string): string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => TEXT.test(name))
}

function compress(file: string): Weight {
  const text = readFileSync(file)
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
  }
  const br = brotliCompressSync(text, { params })
  const gz = gzipSync(text, { level: constants.Z_BEST_COMPRESSION })
  writeFileSync(`${file}.br`, br)
  writeFileSync(`${file}.gz`, gz)
  return { raw: text.length, br: br.length, gz: gz.length }
}

function told(ending: string, weights: readonly Weight[]): string {
  const kB = (bytes: number) => (bytes / 1_000).toFixed(1)
  const [raw, br, gz] = (['raw', 'br', 'gz'] as const).map((kind) =>
    sum(weights.map((weight) => weight[kind])),
  )
  return `${ending.slice(1)} ${kB(br ?? 0)} kB (gzip ${kB(gz ?? 0)}, plain ${kB(raw ?? 0)})`
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0)
}
