/** The shape that another language owes to the French texts: the same keys, any words. */
export type Translation<Texts> = {
	readonly [Key in keyof Texts]: Texts[Key] extends string ? string : Translation<Texts[Key]>;
};
