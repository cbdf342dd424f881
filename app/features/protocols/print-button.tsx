import { useEffect, useState } from "react";
import { useT } from "#app/i18n/use-t.ts";
import { Button } from "#app/ui/button.tsx";

/** Opens the print dialogue; there only where a script can open it. */
export function PrintButton() {
	const t = useT("protocols");
	const [ready, setReady] = useState(false);
	useEffect(() => setReady(true), []);
	if (!ready) return null;
	return (
		<div className="flex flex-wrap items-center gap-x-4 gap-y-1">
			<Button type="button" kind="secondary" icon="printer" onClick={() => window.print()}>
				{t("print")}
			</Button>
			<span className="text-small text-ink-soft">{t("printHint")}</span>
		</div>
	);
}
