import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";

const look = "text-link underline decoration-1 underline-offset-4 hover:decoration-2";

/** A link inside the text, to one of our pages. */
export function TextLink({ to, children }: { to: string; children: ReactNode }) {
	return (
		<Link to={to} className={look}>
			{children}
		</Link>
	);
}

/** A number to call, with its words. */
export function PhoneLink({ number, children }: { number: string; children?: ReactNode }) {
	return (
		<a href={`tel:${number.replaceAll(/[^\d+]/g, "")}`} className={look}>
			{children ?? number}
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
