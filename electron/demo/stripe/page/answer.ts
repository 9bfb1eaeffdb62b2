/** A page on its way to a browser. */
export type PageAnswer = {
  status: number
  headers: Record<string, string>
  body: Buffer | string
}

/** Sends the browser elsewhere, with GET. */
export function seeOther(location: string): PageAnswer {
  return { status: 303, headers: { location }, body: '' }
}
