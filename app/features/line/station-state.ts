/** How a station stands in a situation; a protocol that is only read has none. */
export type StationState = "done" | "here" | "late" | "paused" | "ahead";
