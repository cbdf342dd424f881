/** The notices that one can do without. */
export const chosenNotices = ["morning", "afternoon", "weekly"] as const;

/** The longest address of a shared mailbox; the store keeps to the same. */
export const longestMailbox = 254;
