/** Words of the attendant's desk: walk-ups, and the cars that wait, charge and stand there. */
export const words = {
  title: 'Desk',
}
