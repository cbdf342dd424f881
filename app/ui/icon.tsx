import BookOpen from "lucide-react/dist/esm/icons/book-open.js";
import Building from "lucide-react/dist/esm/icons/building-2.js";
import Check from "lucide-react/dist/esm/icons/check.js";
import ChevronDown from "lucide-react/dist/esm/icons/chevron-down.js";
import ChevronLeft from "lucide-react/dist/esm/icons/chevron-left.js";
import ChevronRight from "lucide-react/dist/esm/icons/chevron-right.js";
import Clock from "lucide-react/dist/esm/icons/clock-3.js";
import Info from "lucide-react/dist/esm/icons/info.js";
import Key from "lucide-react/dist/esm/icons/key-round.js";
import ListTodo from "lucide-react/dist/esm/icons/list-todo.js";
import Lock from "lucide-react/dist/esm/icons/lock.js";
import Pause from "lucide-react/dist/esm/icons/pause.js";
import Phone from "lucide-react/dist/esm/icons/phone.js";
import Plus from "lucide-react/dist/esm/icons/plus.js";
import Printer from "lucide-react/dist/esm/icons/printer.js";
import Search from "lucide-react/dist/esm/icons/search.js";
import Send from "lucide-react/dist/esm/icons/send.js";
import TriangleAlert from "lucide-react/dist/esm/icons/triangle-alert.js";
import UserRound from "lucide-react/dist/esm/icons/user-round.js";
import Waypoints from "lucide-react/dist/esm/icons/waypoints.js";
import { classNames } from "./class-names.ts";

const icons = {
	alert: TriangleAlert,
	back: ChevronLeft,
	book: BookOpen,
	building: Building,
	check: Check,
	clock: Clock,
	down: ChevronDown,
	forward: ChevronRight,
	info: Info,
	key: Key,
	lock: Lock,
	pause: Pause,
	person: UserRound,
	phone: Phone,
	plus: Plus,
	printer: Printer,
	search: Search,
	send: Send,
	tasks: ListTodo,
	waypoints: Waypoints,
} as const;

/** The few drawings we use. */
export type IconName = keyof typeof icons;

/** A drawing beside words, never instead of them: screen readers skip it. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
	const Drawing = icons[name];
	return (
		<Drawing
			aria-hidden="true"
			focusable="false"
			strokeWidth={2}
			className={classNames("size-5 shrink-0", className)}
		/>
	);
}
