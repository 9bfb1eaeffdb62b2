/** A part of a file, and how far it is. */
export interface FilePiece {
  /** May be empty: then it only tells how far it is. */
  readonly bytes: Uint8Array
  /** What has been read: entries, revisions or lines. */
  readonly rows: number
}

/** Text is handed on once it is as long, UTF-16 units. */
const PIECE = 128 * 1024

/** Gathers text until it is worth handing on. */
export interface PieceWriter {
  text: string
  /** What has been gathered, or nothing as long as it is short. */
  some(rows: number): FilePiece
  /** What is left. */
  rest(rows: number): FilePiece
}

const nothing = new Uint8Array(0)

/** @param encode into the file's own bytes */
export function pieceWriter(encode: (text: string) => Uint8Array): PieceWriter {
  const writer: PieceWriter = {
    text: '',
    some: (rows) => (writer.text.length < PIECE ? { bytes: nothing, rows } : writer.rest(rows)),
    rest(rows) {
      const bytes = encode(writer.text)
      writer.text = ''
      return { bytes, rows }
    },
  }
  return writer
}

export const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8')
