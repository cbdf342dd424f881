/** Where a step, group or interruption stands on the page of its protocol. */
export const anchorOf = (id: string) => `part-${id}`;

/** A link to it. */
export const linkTo = (id: string) => `#${anchorOf(id)}`;
