/** Where the form of the open part begins, for links and for the focus. */
export const partAnchor = "part";
