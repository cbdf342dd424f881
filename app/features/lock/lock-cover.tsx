import { type FormEvent, useCallback, useEffect, useRef, useState } from "react";
import { textKey } from "#app/i18n/text-key.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import type { Unlocking } from "#app/server/locks.server.ts";
import { Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { FormErrorList } from "#app/ui/form-values.ts";
import { Heading } from "#app/ui/heading.tsx";
import { HiddenFields } from "#app/ui/hidden-fields.tsx";
import { PasskeyButton } from "#app/ui/passkey-button.tsx";
import { UnlockField } from "./unlock-field.tsx";
import { watchPresence } from "./watch-presence.ts";

/**
 * Covers the page when nobody is in front of it, and locks the session on the server: loading the
 * page again leads to the page of the lock. What was being written stays under the cover.
 */
export function LockCover({ unlocking }: { unlocking: Unlocking }) {
	const t = useT("lock");
	const { cover, covered, open } = useCover();
	const { typed, passkey } = unlocking;
	return (
		<dialog
			ref={cover}
			{...{ closedby: "none" }}
			aria-labelledby="cover-title"
			className="m-auto w-[calc(100%-2rem)] max-w-104 rounded-panel border border-rule bg-surface p-6 text-ink backdrop:bg-paper print:hidden"
		>
			<Heading level={2} id="cover-title">
				{t("title")}
			</Heading>
			<p className="mt-2 mb-6">{t("coverLead")}</p>
			{covered && passkey ? (
				<div className="mb-6">
					<PasskeyButton act="unlock" otherwise={t("passkeyScript")} onDone={open}>
						{t("passkey")}
					</PasskeyButton>
				</div>
			) : null}
			{covered && typed !== "none" ? (
				<UnlockForm typed={typed} secondary={passkey} onOpen={open} />
			) : null}
			{typed === "none" && !passkey ? <p className="mb-6">{t("provider")}</p> : null}
			<form method="post" action={paths.signOut()}>
				<Button kind="quiet">{t("end")}</Button>
			</form>
		</dialog>
	);
}

/** The cover over the page, and the watch that lays it. */
function useCover() {
	const cover = useRef<HTMLDialogElement>(null);
	const presence = useRef<ReturnType<typeof watchPresence>>();
	const [covered, setCovered] = useState(false);

	useEffect(() => {
		const lay = () => setCovered(true);
		const watch = watchPresence({
			onAlone() {
				lay();
				watch.tell("locked");
				lock();
			},
			onLocked: lay,
			onOpen: () => setCovered(false),
		});
		presence.current = watch;
		// This page came from a session that is open: a neighbour under its cover may come out.
		watch.tell("open");
		return watch.end;
	}, []);

	useEffect(() => {
		const dialog = cover.current;
		if (!dialog) return;
		if (!covered) {
			dialog.close();
			return;
		}
		// The Escape key closes a dialog in spite of us: it opens again.
		const stay = () => dialog.open || dialog.showModal();
		dialog.addEventListener("close", stay);
		stay();
		return () => dialog.removeEventListener("close", stay);
	}, [covered]);

	const open = useCallback(() => {
		presence.current?.live();
		presence.current?.tell("open");
		setCovered(false);
	}, []);
	return { cover, covered, open };
}

type FormProps = {
	typed: Exclude<Unlocking["typed"], "none">;
	secondary: boolean;
	onOpen: () => void;
};

/** Asks beside the page, so that nothing on it is lost. */
function UnlockForm({ typed, secondary, onOpen }: FormProps) {
	const t = useT("lock");
	const [errors, setErrors] = useState<FormErrorList>({});
	const [attempt, setAttempt] = useState(0);

	async function unlock(event: FormEvent<HTMLFormElement>) {
		event.preventDefault();
		const form = event.currentTarget;
		const sent = new FormData(form);
		const answer = await send(sent).catch(() => undefined);
		if (answer?.ok) onOpen();
		else if (answer?.status === 401) location.assign(paths.signIn());
		else {
			setErrors(await reasonsOf(answer));
			setAttempt((count) => count + 1);
			form.querySelector<HTMLInputElement>("input:not([type=hidden])")?.focus();
		}
	}

	return (
		<form method="post" noValidate onSubmit={(event) => void unlock(event)} className="mb-4">
			<FormErrors errors={{ form: errors.form }} attempt={attempt} />
			<HiddenFields values={{ wish: "unlock" }} />
			<UnlockField typed={typed} errors={errors} prefix="cover-" />
			<Button kind={secondary ? "secondary" : "primary"} className="mt-2">
				{t("resume")}
			</Button>
		</form>
	);
}

/** Without a connection the cover still lies; the server is told as soon as it can be. */
function lock(): void {
	const again = () => addEventListener("online", lock, { once: true });
	const form = new FormData();
	form.set("wish", "lock");
	send(form).then((answer) => {
		if (answer.status >= 500) again();
	}, again);
}

function send(form: FormData): Promise<Response> {
	const body = new URLSearchParams([...form].map(([name, value]) => [name, String(value)]));
	return fetch(paths.lockCover(), { method: "POST", body, keepalive: true });
}

async function reasonsOf(answer: Response | undefined): Promise<FormErrorList> {
	const failed = { form: [textKey("lock:failed")] };
	if (answer?.status !== 422 && answer?.status !== 429) return failed;
	const { errors } = (await answer.json().catch(() => ({}))) as { errors?: FormErrorList };
	return errors ?? failed;
}
