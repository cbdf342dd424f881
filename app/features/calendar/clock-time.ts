/** Minutes since midnight as a time field has them: "09:00"; the end of a day is "24:00". */
export function clockTime(minutes: number): string {
	const pad = (value: number) => String(value).padStart(2, "0");
	return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}
