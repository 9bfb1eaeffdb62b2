import { figureLine } from './figure.ts'
import type { Figure, FigureLine } from './figure.ts'

/**
 * Prints a benchmark's figures as a table, or with `--json` one line each, on standard output.
 * @returns the exit code: 1 when `--strict` is given and a budget is missed
 */
export function report(figures: readonly Figure[], args: readonly string[]): number {
  const lines = figures.map(figureLine)
  const text = args.includes('--json')
    ? lines.map((line) => JSON.stringify(line)).join('\n')
    : tableOf(lines)
  process.stdout.write(`${text}\n`)
  const missed = lines.some(({ ok }) => ok === false)
  return args.includes('--strict') && missed ? 1 : 0
}

/** Tells how far a benchmark has come, on standard error. */
export function progress(sentence: string): void {
  process.stderr.write(`bench: ${sentence}\n`)
}

/** The figures in columns, numbers to the right. */
export function tableOf(lines: readonly FigureLine[]): string {
  const header = ['bench', 'figure', 'value', 'baseline', 'ratio', 'budget', '']
  const rows = lines.map((line) => [
    line.bench,
    line.figure,
    `${shown(line.value)} ${line.unit}`,
    shown(line.baseline),
    line.ratio === null ? '' : line.ratio.toFixed(2),
    line.budget ?? '',
    line.ok === null ? '' : line.ok ? 'ok' : 'MISSED',
  ])
  const widths = header.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const right = new Set([2, 3, 4])
  return [header, ...rows]
    .map((row) =>
      row
        .map((cell, column) => {
          const width = widths[column] ?? 0
          return right.has(column) ? cell.padStart(width) : cell.padEnd(width)
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function shown(value: number | null): string {
  if (value === null) return ''
  return value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 1 : 0 })
}
