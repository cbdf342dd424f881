import "#app/locales/needed/calendar.ts";
import { z } from "zod";
import { textKey } from "#app/i18n/text-key.ts";

const notADay = textKey("calendar:mistakes.date");

/** A day of the calendar as a date field sends it. */
export const day = z.iso.date(notADay);

/** The days of the week, as boxes send them; Monday is 1. */
export const weekdays = z
	.array(z.enum(["1", "2", "3", "4", "5", "6", "7"]).transform(Number))
	.max(7);

const notATime = textKey("calendar:mistakes.time");

/** A time on the clock, "09:00" or "9:00", as minutes since midnight; "24:00" is the end of a day. */
export const time = z
	.string({ error: notATime })
	.trim()
	.regex(/^(?:[01]?\d|2[0-3]):[0-5]\d$|^24:00$/, notATime)
	.transform((written) => {
		const [hours = 0, minutes = 0] = written.split(":").map(Number);
		return hours * 60 + minutes;
	});

/** What is sent with the second of two steps, once the counts were seen. */
export const confirmed = z.literal("yes").optional();
