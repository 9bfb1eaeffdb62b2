/** How a figure stands to that of another day. */
export type Comparison =
  | { readonly is: 'same' }
  | { readonly is: 'more' | 'less'; readonly by: number }

/** Compares a figure with another day's, by how much rather than by which share: of small days a share says little. */
export function compared(value: number, other: number): Comparison {
  if (value === other) return { is: 'same' }
  return value > other ? { is: 'more', by: value - other } : { is: 'less', by: other - value }
}
