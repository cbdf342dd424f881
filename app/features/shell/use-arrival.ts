import { useLocation, useNavigationType } from "@remix-run/react";
import { useEffect, useRef } from "react";

/**
 * After a move inside the application, takes the reader to the new title, as a new page would.
 * A move back keeps the place where the reader was.
 */
export function useArrival(): void {
	const { pathname } = useLocation();
	const movedBack = useNavigationType() === "POP";
	const seen = useRef(pathname);

	useEffect(() => {
		if (seen.current === pathname) return;
		seen.current = pathname;
		const title = document.querySelector<HTMLElement>("main h1") ?? document.querySelector("main");
		title?.focus({ preventScroll: true });
		if (!movedBack) window.scrollTo(0, 0);
	}, [pathname, movedBack]);
}
