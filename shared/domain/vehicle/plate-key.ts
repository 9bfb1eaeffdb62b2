/** A plate as it is compared: without spaces, hyphens and case. */
export function plateKey(plate: string): string {
  return plate.replaceAll(/[\s\-·.]+/gu, '').toUpperCase()
}
