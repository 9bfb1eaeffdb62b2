/** The same words in another language: every key of `T`, each a text. */
export type SameWords<T> = { [Key in keyof T]: T[Key] extends string ? string : SameWords<T[Key]> }
