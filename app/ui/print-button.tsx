import { type ReactNode, useEffect, useState } from "react";
import { Button } from "./button.tsx";

/** Opens the print dialogue; there only where a script can open it. */
export function PrintButton({ label, hint }: { label: ReactNode; hint?: ReactNode }) {
	const [ready, setReady] = useState(false);
	useEffect(() => setReady(true), []);
	if (!ready) return null;
	return (
		<div className="flex flex-wrap items-center gap-x-4 gap-y-1 print:hidden">
			<Button type="button" kind="secondary" icon="printer" onClick={() => window.print()}>
				{label}
			</Button>
			{hint ? <span className="text-small text-ink-soft">{hint}</span> : null}
		</div>
	);
}
