import { useT, useText } from "#app/i18n/use-t.ts";
import type { Unlocking } from "#app/server/locks.server.ts";
import type { FormErrorList } from "#app/ui/form-values.ts";
import { TextField } from "#app/ui/text-field.tsx";

type Props = {
	typed: Exclude<Unlocking["typed"], "none">;
	errors?: FormErrorList | undefined;
	/** Keeps ids apart where the cover lies over the page of the lock. */
	prefix?: string;
};

/** What is typed to take up a session again. */
export function UnlockField({ typed, errors, prefix = "" }: Props) {
	const t = useT("lock");
	const text = useText();
	if (typed === "tap") return <p>{t("demonstration")}</p>;
	const error = errors?.[typed]?.[0];
	return (
		<TextField
			name={typed}
			id={`${prefix}${typed}`}
			label={t(typed)}
			error={error === undefined ? undefined : text(error)}
			type={typed === "password" ? "password" : "text"}
			autoComplete={typed === "password" ? "current-password" : "one-time-code"}
			required
		/>
	);
}
