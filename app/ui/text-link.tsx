import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.tsx";

const look = "text-link underline decoration-1 underline-offset-4 hover:decoration-2";
const alone = "thumb:inline-flex thumb:min-h-target thumb:min-w-target thumb:items-center";

type Props = {
	children: ReactNode;
	/** Part of a sentence: no taller than its line. Otherwise a thumb has to find it. */
	inSentence?: boolean;
};

/** A link to one of our pages. */
export function TextLink({ to, inSentence, children }: Props & { to: string }) {
	return (
		<Link to={to} className={classNames(look, !inSentence && alone)}>
			<span>{children}</span>
		</Link>
	);
}

/** A number to call, with its words. */
export function PhoneLink({ number, inSentence }: Omit<Props, "children"> & { number: string }) {
	return (
		<a
			href={`tel:${number.replaceAll(/[^\d+]/g, "")}`}
			className={classNames(look, !inSentence && alone)}
		>
			{number}
		</a>
	);
}

/** "‹ Ma journée": one level up, above the title. */
export function BackLink({ to, children }: { to: string; children: ReactNode }) {
	return (
		<Link
			to={to}
			className="-ml-1 inline-flex min-h-target items-center gap-1 pr-3 text-link underline-offset-4 hover:underline print:hidden"
		>
			<Icon name="back" />
			{children}
		</Link>
	);
}
