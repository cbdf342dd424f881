/** How a station stands in a situation; a protocol that is only read has none. */
export type StationState = "done" | "here" | "late" | "paused" | "ahead";

/** The same on a whole drawing, where a version may also stand beside another: words say how. */
export type DrawnState = StationState | "changed";
