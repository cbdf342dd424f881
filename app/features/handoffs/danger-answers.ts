/** Whether somebody is in danger now: the telephone comes first. */
export const dangerAnswers = ["NO", "CALLED", "NOW"] as const;
