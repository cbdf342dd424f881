import "#app/locales/needed/studio.ts";
import { useMemo } from "react";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { classNames } from "#app/ui/class-names.ts";
import { studioDataRoute } from "./data-route.ts";
import { DraftDiagram, type LineDrawer } from "./draft-diagram.tsx";
import { DraftStatus } from "./draft-status.tsx";
import type { EditAnswer } from "./edit-answer.ts";
import { EditingContext } from "./editing.ts";
import { FindingPanel } from "./finding-panel.tsx";
import { DraftOutline } from "./outline.tsx";
import { PageContents } from "./page-contents.tsx";
import { PartPanel } from "./part-panel.tsx";
import type { EditorView } from "./present-editor.ts";
import { StudioTabs } from "./studio-tabs.tsx";
import { useAsking } from "./use-asking.ts";
import { useDraftSaver } from "./use-draft-saver.ts";
import { useFreshView } from "./use-fresh-view.ts";
import { useOpenedPart } from "./use-opened-part.ts";

type Props = {
	view: EditorView;
	answer: EditAnswer | undefined;
	/** What draws the line: another feature. */
	drawer: LineDrawer;
};

/** As wide as the screen allows: the outline, the line and the open part side by side. */
const broad =
	"xl:relative xl:-mb-20 xl:left-1/2 xl:w-[min(calc(100vw-4rem),92rem)] xl:-translate-x-1/2";
/** Scrolls by itself below the strip, with room for the mark of the focus at its edges. */
const column = "xl:-mx-2 xl:-my-1 xl:max-h-[calc(100vh-5.5rem)] xl:overflow-y-auto xl:px-2 xl:py-1";

/** Where a draft is written: outline, line, findings, and the form of the part that is open. */
export function EditorPage({ view: loaded, answer, drawer }: Props) {
	const t = useT("studio");
	const [view, refresh] = useFreshView(loaded);
	const { draftId, revision, wide, part, status } = view;
	const saver = useDraftSaver(`${paths.draft(draftId)}?_data=${studioDataRoute}`, refresh);
	useAsking(saver.saving);
	const leave = useOpenedPart(part.part);
	const editing = useMemo(
		() => ({
			...{ draftId, seen: revision, part: part.part, english: view.english, answer, saver },
			address: (spelled: string, asWide = wide) =>
				`${paths.draftPart(draftId, spelled)}${asWide ? "&view=wide" : ""}`,
		}),
		[draftId, revision, part.part, view.english, wide, answer, saver],
	);
	return (
		<EditingContext.Provider value={editing}>
			<div className={broad}>
				<StudioTabs draftId={draftId} title={view.title} />
				<h1 tabIndex={-1} className="mb-2 text-title-2 font-bold tracking-tight">
					{t("editor.heading", { title: view.title })}
				</h1>
				<DraftStatus {...status} />
				<PageContents kind={part.kind} />
				<div
					className={classNames(
						"grid gap-x-8 gap-y-10 lg:grid-cols-[minmax(0,1fr)_minmax(0,3fr)]",
						!wide && "xl:grid-cols-[minmax(0,21fr)_minmax(0,42fr)_minmax(0,37fr)]",
					)}
				>
					<div className={classNames("min-w-0", column)}>
						<h2 className="mb-1 text-title-3 font-semibold">{t("editor.outline")}</h2>
						<DraftOutline outline={view.outline} />
					</div>
					<div
						className={classNames(
							"min-w-0",
							!wide && "xl:col-start-3 xl:row-start-1",
							!wide && column,
						)}
						{...leave}
					>
						<PartPanel part={part} />
					</div>
					<div
						className={classNames(
							"flex min-w-0 flex-col gap-8 lg:col-span-2",
							wide ? "lg:order-first" : "xl:col-span-1 xl:col-start-2 xl:row-start-1",
							!wide && column,
						)}
					>
						<FindingPanel findings={view.findings} checks={paths.draftChecks(draftId)} />
						<DraftDiagram geometry={view.geometry} wide={wide} drawer={drawer} />
					</div>
				</div>
			</div>
		</EditingContext.Provider>
	);
}
