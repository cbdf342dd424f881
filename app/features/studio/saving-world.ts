import type { EditAnswer } from "./edit-answer.ts";
import type { KeptForm } from "./form-standing.ts";

/** A form that somebody writes in. */
export type WrittenForm<Form extends object = object> = {
	form: Form;
	name: string;
	/** The revision that the form shows. */
	seen: number;
	/** What stands in its fields now. */
	values: () => URLSearchParams;
};

/** Where the writing stands. */
export type SavingState = "still" | "saving" | "refused" | "offline";

/** What a page knows of the writing; another object whenever it changes. */
export type SavingNews = {
	state: SavingState;
	/** The last save of each form that the server took. */
	kept: ReadonlyMap<string, KeptForm>;
	/** What the server did not take, by the name of the form. */
	refused: ReadonlyMap<string, EditAnswer>;
};

/** What the writing needs of the world; none of it throws. */
export type SavingWorld = {
	/** @returns nothing where nobody answers */
	post: (values: URLSearchParams) => Promise<EditAnswer | undefined>;
	/** Shows the draft as it stands now. @returns false where nobody answers */
	refresh: () => Promise<boolean>;
	/** Calls back after a time in milliseconds. @returns what calls it off */
	later: (act: () => void, ms: number) => () => void;
	onChange: () => void;
};
