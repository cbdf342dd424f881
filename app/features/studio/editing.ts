import { createContext, useContext } from "react";
import type { EditAnswer } from "./edit-answer.ts";
import type { DraftSaver } from "./use-draft-saver.ts";

/** What every form of the editor knows of the page around it. */
export type Editing = {
	draftId: string;
	/** The revision that the page shows. */
	seen: number;
	/** The part that is open, as addresses spell it. */
	part: string;
	/** The draft's own address, where forms are sent and other parts are opened. */
	address: (part: string, wide?: boolean) => string;
	/** Whether the protocol speaks English too. */
	english: boolean;
	/** What the last form without scripts was answered. */
	answer: EditAnswer | undefined;
	saver: DraftSaver;
};

/** The page around a form of the editor. */
export const EditingContext = createContext<Editing | null>(null);

/** What a form of the editor knows of the page around it. */
export function useEditing(): Editing {
	const editing = useContext(EditingContext);
	if (!editing) throw new Error("A form of the editor stands on the editor's page.");
	return editing;
}
