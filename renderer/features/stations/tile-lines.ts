import type { StationRow } from './station-row.ts'
import type { ZoneGroup } from './zone-groups.ts'

/** A line of the tile view: the head of a zone, or as many tiles as fit beside each other. */
export type TileLine =
  | { kind: 'zone'; key: string; group: ZoneGroup }
  | { kind: 'tiles'; key: string; rows: StationRow[] }

/** Lays groups out in lines of `perLine` tiles, so that a list of lines can be virtualised. */
export function tileLines(groups: readonly ZoneGroup[], perLine: number): TileLine[] {
  const width = Math.max(1, Math.floor(perLine))
  return groups.flatMap((group): TileLine[] => {
    const lines: TileLine[] = [{ kind: 'zone', key: `zone:${group.zone}`, group }]
    for (let start = 0; start < group.rows.length; start += width) {
      const rows = group.rows.slice(start, start + width)
      lines.push({ kind: 'tiles', key: rows[0]?.id ?? `${group.zone}:${start}`, rows })
    }
    return lines
  })
}
