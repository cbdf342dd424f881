/** An own save that the server took: what stood in the form was sent on one revision, and made another. */
export type KeptForm = {
	/** The very form that was sent: the same part may have been closed and opened again since. */
	form: object;
	sentOn: number;
	revision: number;
	/** Everything since `sentOn` was written on this very page: nothing that its forms do not show. */
	isLonely: boolean;
};

/** What a form of the editor shows: one revision of its part, and what was written on it since. */
export type FormStanding = {
	/** The revision that everything comes from but what is being written. */
	base: number;
	/** What the page gave the form at that revision, spelled. */
	saved: string | undefined;
	/** Another one: the fields are taken anew from the page. */
	key: number;
	/** Others wrote too: the fields are taken anew as soon as the page shows this revision. */
	renewFrom?: number;
	/** The latest own save that this standing knows of. */
	kept?: KeptForm;
};

/** What a form learns from its page. */
export type FormNews = {
	/** The very form on the page; nothing before it is there. */
	form: object | null;
	/** The revision that the page shows. */
	seen: number;
	/** What the page shows of the part, spelled. */
	saved: string | undefined;
	kept: KeptForm | undefined;
	/** Something of the form is waiting, or on its way. */
	isWriting: boolean;
	/** Something of the form is on its way. */
	isSending: boolean;
	/** Its last sending was refused. */
	isRefused: boolean;
};

/** A form that has just come on its page; an own save may be newer than what the page shows. */
export function firstStanding(
	{ seen, saved, kept }: Omit<FormNews, "form" | "isWriting" | "isSending" | "isRefused">,
	base = seen,
): FormStanding {
	const isOld = kept !== undefined && kept.revision > seen;
	return { base, saved, key: 0, kept, renewFrom: isOld ? kept.revision : undefined };
}

/**
 * Where a form stands after news of its page. Answers and pages arrive in any order: an older page
 * never takes back what a newer answer said was kept, and others' words are never overwritten by
 * fields that do not show them yet.
 *
 * @returns the same object when nothing is new
 */
export function nextStanding(before: FormStanding, news: FormNews): FormStanding {
	return shown(told(before, news), news);
}

function told(standing: FormStanding, { kept, form }: FormNews): FormStanding {
	if (kept === standing.kept || !kept) return standing;
	const { revision } = kept;
	const isAlone = kept.isLonely && kept.form === form && standing.renewFrom === undefined;
	if (isAlone) return { ...standing, kept, base: revision };
	return { ...standing, kept, renewFrom: revision };
}

function shown(standing: FormStanding, news: FormNews): FormStanding {
	const { seen, saved, isWriting, isSending, isRefused } = news;
	const { base, key, renewFrom } = standing;
	const isOld = seen < Math.max(base, renewFrom ?? 0);
	const isNew = seen !== base || saved !== standing.saved || renewFrom !== undefined;
	// What was refused stands on the revision that it was written on, until it is settled.
	if (isOld || isRefused || !isNew) return standing;
	const taken = { ...standing, base: seen, saved, renewFrom: undefined };
	const isOthers = renewFrom !== undefined || (seen !== base && saved !== standing.saved);
	if (!isOthers) return taken;
	const mustWait = isSending || (isWriting && renewFrom === undefined);
	return mustWait ? standing : { ...taken, key: key + 1 };
}
