/** The first stop of the keyboard: straight to the text. Shown only while it has the focus. */
export function SkipLink({ to, children }: { to: string; children: string }) {
	return (
		<a
			href={to}
			className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-control focus:bg-ink focus:px-5 focus:py-3 focus:font-semibold focus:text-on-ink"
		>
			{children}
		</a>
	);
}
