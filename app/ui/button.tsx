import { Link } from "@remix-run/react";
import type { ComponentProps, ReactNode } from "react";
import { type ButtonKind, buttonStyle } from "./button-style.ts";
import { Icon, type IconName } from "./icon.tsx";

type Look = { kind?: ButtonKind; icon?: IconName; className?: string; children: ReactNode };

/** Does something; its words say what. Full width on a phone unless quiet. Submits its form by default. */
export function Button({
	kind = "primary",
	icon,
	className,
	children,
	...rest
}: Look & Omit<ComponentProps<"button">, "children" | "className">) {
	return (
		<button type="submit" {...rest} className={buttonStyle(kind, className)}>
			{icon ? <Icon name={icon} /> : null}
			{children}
		</button>
	);
}

/** Goes somewhere, with the weight of a button. */
export function LinkButton({
	kind = "primary",
	icon,
	className,
	children,
	...rest
}: Look & Omit<ComponentProps<typeof Link>, "children" | "className">) {
	return (
		<Link {...rest} className={buttonStyle(kind, className)}>
			{icon ? <Icon name={icon} /> : null}
			{children}
		</Link>
	);
}

/** The acts at the foot of a form or a page, the main one first. */
export function Actions({ children }: { children: ReactNode }) {
	return (
		<div className="mt-8 flex flex-col gap-x-6 gap-y-3 sm:flex-row sm:flex-wrap sm:items-center">
			{children}
		</div>
	);
}
