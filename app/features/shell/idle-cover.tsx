import { useEffect, useRef } from "react";
import { useT } from "#app/i18n/use-t.ts";
import { Button } from "#app/ui/button.tsx";
import { Heading } from "#app/ui/heading.tsx";
import { LockButton } from "./lock-button.tsx";

/** A page left alone so long is covered; the session itself ends on the server, later. */
const coverAfterMs = 5 * 60 * 1000;

const signsOfLife = ["pointerdown", "pointermove", "keydown", "scroll", "touchstart"] as const;

/** Covers the page when nobody is in front of it, without losing what was being written. */
export function IdleCover({ signOut }: { signOut: string }) {
	const t = useT("shell");
	const cover = useRef<HTMLDialogElement>(null);

	useEffect(() => {
		const show = () => {
			if (!cover.current?.open) cover.current?.showModal();
		};
		let timer = setTimeout(show, coverAfterMs);
		const wait = () => {
			clearTimeout(timer);
			timer = setTimeout(show, coverAfterMs);
		};
		for (const sign of signsOfLife) addEventListener(sign, wait, { passive: true });
		return () => {
			clearTimeout(timer);
			for (const sign of signsOfLife) removeEventListener(sign, wait);
		};
	}, []);

	return (
		<dialog
			ref={cover}
			aria-labelledby="cover-title"
			className="m-auto w-[calc(100%-2rem)] max-w-104 rounded-panel border border-rule bg-surface p-6 text-ink backdrop:bg-paper print:hidden"
		>
			<Heading level={2} id="cover-title">
				{t("cover.title")}
			</Heading>
			<p className="mt-2 mb-6">{t("cover.why")}</p>
			<div className="flex flex-wrap items-center gap-4">
				<Button type="button" onClick={() => cover.current?.close()}>
					{t("cover.resume")}
				</Button>
				<LockButton action={signOut} />
			</div>
		</dialog>
	);
}
