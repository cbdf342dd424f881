/** What a structure may declare of its room, or that it does not. */
export const declarable = ["open", "limited", "full", "unsaid"] as const;
