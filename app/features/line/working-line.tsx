import { lazy, Suspense, useEffect, useState } from "react";
import { Line } from "./line.tsx";
import type { LineFlowProps } from "./line-flow.tsx";

const LineFlow = lazy(() =>
	import("./line-flow.tsx").then(({ LineFlow: flow }) => ({ default: flow })),
);

/** A line to work on: drawn by the server, then alive where there is room and a script. */
export function WorkingLine(props: LineFlowProps) {
	const { geometry, label, hrefOf } = props;
	const drawn = <Line geometry={geometry} label={label} hrefOf={hrefOf} className="mx-auto" />;
	if (!useRoom()) return drawn;
	return (
		<Suspense fallback={drawn}>
			<LineFlow {...props} />
		</Suspense>
	);
}

/** Whether there is room for a drawing to work on; never on a server. */
function useRoom(): boolean {
	const [roomy, setRoomy] = useState(false);
	useEffect(() => {
		const wide = window.matchMedia("(min-width: 80rem)");
		const look = () => setRoomy(wide.matches);
		look();
		wide.addEventListener("change", look);
		return () => wide.removeEventListener("change", look);
	}, []);
	return roomy;
}
