/** The rows of a bill, oldest first: those that were fetched, each as it is live where it is. */
export function ofBill<Row extends { id: string; billId: string; createdAt: number }>(
  billId: string,
  fetched: readonly Row[],
  live: readonly Row[],
): Row[] {
  const rows = new Map(fetched.map((row) => [row.id, row]))
  for (const row of live) if (row.billId === billId) rows.set(row.id, row)
  return [...rows.values()].toSorted((a, b) => a.createdAt - b.createdAt)
}
