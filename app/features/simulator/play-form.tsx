import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { HiddenFields } from "#app/ui/hidden-fields.tsx";

type Props = {
	intent: string;
	/** How many acts the page shows: a play that went on elsewhere is not overwritten. */
	seen?: number;
	/** What else travels unseen. */
	values?: Record<string, string>;
	children: ReactNode;
};

/** One of the small forms of a play: what it does, and on which state of the story. */
export function PlayForm({ intent, seen, values, children }: Props) {
	return (
		<Form method="post" noValidate>
			<HiddenFields values={{ intent, seen, ...values }} />
			{children}
		</Form>
	);
}
