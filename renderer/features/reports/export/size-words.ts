const KILO = 1_000

/** How large a file is, in the units that file managers use: 812 B, 45 kB, 3.2 MB. */
export function sizeWords(
  bytes: number,
  number: (value: number, decimals?: number) => string,
): string {
  if (bytes < KILO) return `${number(bytes)} B`
  if (bytes < KILO ** 2) return `${number(bytes / KILO)} kB`
  return bytes < KILO ** 3
    ? `${number(bytes / KILO ** 2, 1)} MB`
    : `${number(bytes / KILO ** 3, 1)} GB`
}
