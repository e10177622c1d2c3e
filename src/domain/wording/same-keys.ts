/** The keys of a catalogue with any words: what its translation has to satisfy, so that a missing key does not compile. */
export type SameKeys<Catalogue> = { readonly [Key in keyof Catalogue]: Catalogue[Key] extends string ? string : SameKeys<Catalogue[Key]> };
