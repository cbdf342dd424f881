import "#app/locales/needed/studio.ts";
import { useEffect, useState } from "react";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Mark } from "#app/ui/mark.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { useEditing } from "./editing.ts";

/** What the server says of the saved scenarios. */
type Runs = { all: number; broken: string[] };

/** Changes that follow each other are looked at together, in milliseconds. */
const restMs = 1_200;

/** Whether the saved scenarios still hold after each change; the page never waits for it. */
export function ScenarioWatch() {
	const t = useT("studio");
	const { draftId, seen } = useEditing();
	const [data, setData] = useState<Runs>();

	// biome-ignore lint/correctness/useExhaustiveDependencies: each revision is played anew
	useEffect(() => {
		const leaving = new AbortController();
		const rest = window.setTimeout(() => void runs(draftId, leaving.signal).then(setData), restMs);
		return () => {
			window.clearTimeout(rest);
			leaving.abort();
		};
	}, [draftId, seen]);

	return (
		<div className="mt-4 flex gap-3">
			{data && data.all > 0 ? (
				<Mark kind={data.broken.length > 0 ? "failed" : "done"} className="mt-0.5" />
			) : null}
			<div className="min-w-0">
				<p role="status" className="min-h-6">
					{data ? <Verdict {...data} /> : null}
				</p>
				<TextLink to={paths.draftPlays(draftId)}>{t("editor.scenarios")}</TextLink>
			</div>
		</div>
	);
}

function Verdict({ all, broken }: Runs) {
	const t = useT("studio");
	if (all === 0) return t("editor.scenariosNone");
	if (broken.length === 0) return t("editor.scenariosHold", { count: all });
	const titles = broken.map((title) => t("editor.scenarioTitle", { title })).join(", ");
	return t("editor.scenariosBroken", { count: broken.length, titles });
}

/** Not by Remix: what waits for these stories would wait with them. Nothing where nobody answers. */
async function runs(draftId: string, signal: AbortSignal): Promise<Runs | undefined> {
	try {
		const answer = await fetch(paths.draftScenarios(draftId), { signal });
		const isData = answer.headers.get("content-type")?.includes("application/json");
		return answer.ok && isData ? ((await answer.json()) as Runs) : undefined;
	} catch {
		return undefined;
	}
}
