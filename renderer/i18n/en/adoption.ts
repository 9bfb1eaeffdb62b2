/** Words of the adoption screen. */
export const words = {
  title: 'adoption',
}
