import "#app/locales/needed/studio.ts";
import { type ComponentType, useCallback } from "react";
import { useT } from "#app/i18n/use-t.ts";
import { classNames } from "#app/ui/class-names.ts";
import { TextLink } from "#app/ui/text-link.tsx";
import type { LineGeometry } from "#protocols/compiler/layout.ts";
import { useEditing } from "./editing.ts";
import { partAnchor } from "./part-anchor.ts";
import { useOutlineKeys } from "./use-outline-keys.ts";

/** What knows how to draw a line. */
export type LineDrawer = ComponentType<{
	geometry: LineGeometry;
	label: string;
	hrefOf: (stationId: string) => string;
	open: string | undefined;
}>;

type Props = { geometry: LineGeometry; wide: boolean; drawer: LineDrawer };

/** The draft as a line in a frame that scrolls: each station opens its step. */
export function DraftDiagram({ geometry, wide, drawer: Drawer }: Props) {
	const t = useT("studio");
	const { address, part } = useEditing();
	const keys = useOutlineKeys();
	const hrefOf = useCallback((id: string) => `${address(`step:${id}`)}#${partAnchor}`, [address]);
	const open = part.startsWith("step:") ? part.slice("step:".length) : undefined;
	return (
		<section aria-labelledby="diagram">
			<div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
				<h2 id="diagram" tabIndex={-1} className="scroll-mt-4 text-title-3 font-semibold">
					{t("editor.diagram")}
				</h2>
				<TextLink to={address(part, !wide)}>
					{wide ? t("editor.narrow") : t("editor.wide")}
				</TextLink>
			</div>
			<div
				className={classNames(
					"overflow-auto rounded-panel border border-rule bg-surface p-3",
					wide ? "xl:max-h-[70vh]" : "xl:max-h-[48vh]",
				)}
				{...keys}
			>
				<Drawer geometry={geometry} label={t("editor.diagramLabel")} hrefOf={hrefOf} open={open} />
			</div>
		</section>
	);
}
