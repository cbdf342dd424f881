/** What is to be known about a file, line by line. */
export type FileReport = {
	/** The file cannot be taken; otherwise it can, once this was read. */
	refused: boolean;
	lines: { line: number; sentence: string }[];
	/** How many more there are. */
	more: number;
};

/** Why no draft was started: which form it was, what was written, what is to be looked at. */
export type NewDraftAnswer = {
	origin: string;
	errors?: Record<string, string[]>;
	values?: Record<string, string | string[]>;
	report?: FileReport;
};
