/** A connector held for one card or its group until an instant of real time (epoch ms). */
export type Reservation = {
  id: number
  idTag: string
  parentIdTag: string | null
  until: number
}

/** Whether a card may use a connector that is held, by itself or by its group (OCPP 1.6 §5.13). */
export function fits(
  reservation: Reservation | null,
  idTag: string,
  parentIdTag: string | null,
): boolean {
  if (reservation === null || isSame(reservation.idTag, idTag)) return true
  const group = reservation.parentIdTag
  return group !== null && parentIdTag !== null && isSame(group, parentIdTag)
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}
