/** The longest comment on a version, in characters; the store keeps to the same. */
export const mostCharacters = 600;
