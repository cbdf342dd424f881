import type { TextKey } from "#app/i18n/text-key.ts";

/** What an edit was answered: kept, or why not, with everything that was written. */
export type EditAnswer =
	/** `made` says whether this edit made the revision, or changed nothing. */
	| { saved: { revision: number; made: boolean } }
	| {
			/** Which form of the page it was. */
			form: string;
			errors?: Record<string, string[]>;
			values?: Record<string, string | string[]>;
			refusal?: RefusalView;
	  };

/** Why an edit was not made, in words, with what stands in the way. */
export type RefusalView = {
	sentence: string;
	/** Each thing in the way, with the part to open where there is one. */
	lines: { sentence: string; part?: string }[];
	/** Somebody changed the same part meanwhile: who, and what is kept now. */
	meanwhile?: { by: string; revision: number; fields: { label: TextKey; theirs: string }[] };
};
