import "#app/locales/needed/moving.ts";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT, useText } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { HiddenFields } from "#app/ui/hidden-fields.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { MapFields } from "./map-fields.tsx";
import { MovableList } from "./movable-list.tsx";
import type { MovingView } from "./present-moving.ts";

type Props = {
	protocolId: string;
	view: MovingView;
	/** How many were just moved. */
	moved: number | null;
	answer?: FormAnswer | undefined;
	/** Asks again who is in front of the screen. */
	proof: ReactNode;
};

/** Running situations go on under the published version: the map, what it would do to each, the act. */
export function MovePage({ protocolId, view, moved, answer, proof }: Props) {
	const t = useT("moving");
	return (
		<Page
			width="wide"
			above={view.title}
			title={t("title")}
			lead={t("lead")}
			back={{ to: paths.protocol(protocolId), label: t("back") }}
		>
			{moved === null ? null : (
				<div className="mb-8">
					<Notice kind="done" live title={t("moved", { count: moved })} />
				</div>
			)}
			<Versions protocolId={protocolId} versions={view.versions} />
			{view.from === null ? (
				<EmptyState title={t("none")}>
					<p>{t("noneNext")}</p>
				</EmptyState>
			) : (
				<MoveForm {...{ protocolId, view, answer, proof }} from={view.from} />
			)}
		</Page>
	);
}

function Versions({ protocolId, versions }: Pick<MovingView, "versions"> & { protocolId: string }) {
	const t = useT("moving");
	const format = useFormat();
	return (
		<Section title={t("versions.title")}>
			<Table
				caption={t("versions.caption")}
				captionHidden
				rows={versions}
				rowKey={({ hash }) => hash}
				columns={[
					{
						key: "when",
						title: t("versions.when"),
						cell: ({ publishedAt }) => format.date(publishedAt),
					},
					{
						key: "state",
						title: t("versions.state"),
						cell: ({ published }) => t(published ? "versions.published" : "versions.retired"),
					},
					{
						key: "running",
						title: t("versions.running"),
						figures: true,
						cell: ({ running }) => running,
					},
					{
						key: "look",
						title: t("versions.look"),
						cell: ({ hash, published, running, shown }) => {
							if (published || running === 0) return t("versions.nothing");
							if (shown) return t("versions.shown");
							const to = `${paths.moveSituations(protocolId)}?from=${hash}`;
							return <TextLink to={to}>{t("versions.choose")}</TextLink>;
						},
					},
				]}
			/>
		</Section>
	);
}

type FormProps = Omit<Props, "moved"> & { from: string };

function MoveForm({ protocolId, view, from, answer, proof }: FormProps) {
	const t = useT("moving");
	const { page, passing, situations } = view;
	return (
		<Form method="post" action={paths.moveSituations(protocolId)} key={`${from} ${page}`}>
			<HiddenFields values={{ from, page }} />
			<MapFields steps={view.steps} tracks={view.tracks} />
			<Actions>
				<Button kind="secondary" name="intent" value="check">
					{t("check")}
				</Button>
			</Actions>
			<Section title={t("outcome.title")}>
				<p role="status" className="mb-4 max-w-measure">
					{t("outcome.passing", { count: passing })}{" "}
					{t("outcome.refused", { count: situations.length - passing })}
				</p>
				<MovableList {...{ protocolId, view, from }} />
			</Section>
			{proof}
			<Failure answer={answer} />
			{passing > 0 ? (
				<Actions>
					<Button name="intent" value="all">
						{t("moveAll", { count: passing })}
					</Button>
				</Actions>
			) : null}
			<p className="mt-3 max-w-measure text-small text-ink-soft">{t("recorded")}</p>
		</Form>
	);
}

/** What stands in the way of the act itself; what concerns one situation is said beside it. */
function Failure({ answer }: Pick<Props, "answer">) {
	const text = useText();
	const messages = answer?.errors?.form ?? [];
	return messages.map((message) => (
		<p key={message} role="alert" className="mt-4 font-semibold text-failure">
			{text(message)}
		</p>
	));
}
