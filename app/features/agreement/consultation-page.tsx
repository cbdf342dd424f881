import "#app/locales/needed/agreement.ts";
import type { ReactNode } from "react";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Actions, LinkButton } from "#app/ui/button.tsx";
import { Details } from "#app/ui/details.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import type { Choice } from "#app/ui/select-field.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { type CommentAnswer, CommentList, type CommentView } from "./comment-list.tsx";
import { type OwnAnswer, OwnAnswerSection } from "./own-answer.tsx";
import type { PartView, RoleChangesView } from "./present-difference.ts";
import { YourChanges } from "./your-changes.tsx";

/** A version as the partners read it who are asked about it. */
export type ConsultationView = {
	title: string;
	state: "open" | "withdrawn" | "published";
	/** Nothing was published before. */
	first: boolean;
	changes: RoleChangesView;
	roles: string[];
	all: PartView[];
	own: OwnAnswer | null;
	signatures: { signed: number; needed: number };
	comments: CommentView[];
	maySign: boolean;
	/** Where the reader may approve in the place of a second coordinator. */
	approval: string | null;
	/** For the coordinator, as long as the draft is kept: the page that follows it. */
	steering: string | null;
	choices: { answers: Choice[]; objections: Choice[] };
	timeZone: string;
};

type Props = ConsultationView & {
	saved: "answer" | "sign" | "comment" | "remove-comment" | null;
	answer: CommentAnswer | undefined;
	proof: ReactNode;
	/** The version itself, which another feature knows how to show. */
	reading: ReactNode;
};

/** What changes for one's structure, its answer, its manager's signature, and what partners say. */
export function ConsultationPage({ saved, answer, proof, reading, ...view }: Props) {
	const t = useT("agreement");
	const { title, state, first, changes, roles, all, timeZone, approval } = view;
	const open = state === "open";
	return (
		<Page
			title={title}
			above={t("answer.above")}
			lead={open ? t("answer.lead") : null}
			back={{ to: paths.consultations(), label: t("answer.back") }}
		>
			{saved ? (
				<div className="mb-6">
					<Notice kind="done" live title={t(`answer.saved.${saved}`)} />
				</div>
			) : null}
			{state === "open" ? null : (
				<div className="mb-6">
					<Notice title={t(`answer.ended.${state}`)} />
				</div>
			)}
			{first ? <p className="mb-6 max-w-measure">{t("answer.first")}</p> : null}
			<YourChanges changes={changes} roles={roles} all={all} />
			<Details summary={t("answer.read")} className="mt-8 mb-12">
				{reading}
			</Details>
			<OwnAnswerSection {...{ ...view, open, answer, proof }} />
			<p className="mt-4 max-w-measure">{t("answer.count", view.signatures)}</p>
			{approval ? <Approval to={approval} /> : null}
			{view.steering ? <Steering to={view.steering} /> : null}
			<CommentList {...{ comments: view.comments, open, timeZone, answer }} />
		</Page>
	);
}

function Steering({ to }: { to: string }) {
	const t = useT("agreement");
	return (
		<p className="mt-8">
			<TextLink to={to}>{t("answer.steer")}</TextLink>
		</p>
	);
}

function Approval({ to }: { to: string }) {
	const t = useT("agreement");
	return (
		<>
			<p className="mt-8 max-w-measure">{t("answer.approveLead")}</p>
			<Actions>
				<LinkButton to={to} kind="secondary">
					{t("answer.approve")}
				</LinkButton>
			</Actions>
		</>
	);
}
