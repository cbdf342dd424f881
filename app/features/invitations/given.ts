/** The rights that a manager gives to a colleague. */
export const givenRights = ["reception", "manager"] as const;

/** The duties that the administrator of the instance gives. */
export const givenDuties = ["coordinator", "animator", "auditor", "administrator"] as const;
