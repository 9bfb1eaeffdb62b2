/** Characters that some file system refuses or that change how a name reads. */
const unwanted = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069<>:"/\\|?*]+/g

/** A file name, without folders and hidden characters, out of any text; at most 120 characters. */
export function safeFileName(suggested: string): string {
  const name = suggested.replace(unwanted, '-').replace(/^[.\s-]+|[.\s]+$/g, '')
  return name.slice(0, 120) || 'laddplan.txt'
}
