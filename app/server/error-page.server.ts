import type { Response } from "express";

type Words = { title: string; what: string; next: string };
type Answer = { fr: Words; en: Words };

/** Where the style sheet of these pages is served: they must not depend on the build. */
export const errorStylesPath = "/error.css";

/** The style sheet of these pages. */
export const errorStyles = `:root { color-scheme: light dark; font: 1.125rem/1.6 system-ui, sans-serif; background: Canvas; color: CanvasText; }
body { max-width: 38rem; margin: 3rem auto; padding: 0 1rem; }
h1 { line-height: 1.25; }
[lang="en"] { margin-top: 2.5rem; padding-top: 1rem; border-top: 1px solid; }
a { display: inline-block; padding: .5rem 0; }
`;

const malformed: Answer = {
	fr: {
		title: "Demande incomprise",
		what: "Le serveur n'a pas pu lire cette demande. Rien n'a été enregistré.",
		next: "Revenir à l'accueil",
	},
	en: {
		title: "Request not understood",
		what: "The server could not read this request. Nothing was recorded.",
		next: "Back to the home page",
	},
};

const broken: Answer = {
	fr: {
		title: "Une erreur s'est produite",
		what: "Le problème vient de notre côté et il est noté. Ce que vous veniez d'envoyer n'a peut-être pas été enregistré : vérifiez avant de recommencer.",
		next: "Revenir à l'accueil",
	},
	en: {
		title: "Something went wrong",
		what: "The fault is ours and it has been noted. What you just sent may not have been recorded: check before you send it again.",
		next: "Back to the home page",
	},
};

const answers: Record<number, Answer> = {
	403: {
		fr: {
			title: "Demande refusée",
			what: "Ce formulaire n'a pas été envoyé depuis une page de ce site. Rien n'a été enregistré.",
			next: "Ouvrir l'accueil et recommencer",
		},
		en: {
			title: "Request refused",
			what: "This form was not sent from a page of this site. Nothing was recorded.",
			next: "Open the home page and start again",
		},
	},
	404: {
		fr: {
			title: "Page introuvable",
			what: "Cette page n'existe pas, ou elle ne vous est pas ouverte.",
			next: "Revenir à l'accueil",
		},
		en: {
			title: "Page not found",
			what: "This page does not exist, or it is not open to you.",
			next: "Back to the home page",
		},
	},
	413: {
		fr: {
			title: "Envoi trop long",
			what: "Ce que vous avez envoyé dépasse la taille permise. Rien n'a été enregistré.",
			next: "Revenir à l'accueil",
		},
		en: {
			title: "Too long",
			what: "What you sent is larger than allowed. Nothing was recorded.",
			next: "Back to the home page",
		},
	},
	429: {
		fr: {
			title: "Trop d'essais",
			what: "Trop d'essais ont été faits depuis votre réseau. Attendez un quart d'heure, puis recommencez.",
			next: "Revenir à l'accueil",
		},
		en: {
			title: "Too many tries",
			what: "Too many tries came from your network. Wait a quarter of an hour, then try again.",
			next: "Back to the home page",
		},
	},
	503: {
		fr: {
			title: "Service indisponible un instant",
			what: "L'enregistrement est impossible pour le moment. Rien n'a été enregistré à moitié. Réessayez dans une minute ; en cas d'urgence, appelez le 17, ou le 119.",
			next: "Revenir à l'accueil",
		},
		en: {
			title: "Unavailable for a moment",
			what: "Nothing can be recorded right now, and nothing was half recorded. Try again in a minute; in an emergency, call 17, or 119.",
			next: "Back to the home page",
		},
	},
};

/** A page for an answer that the application itself cannot word: both languages, no script. */
export function errorPage(status: number): string {
	const { fr, en } = answers[status] ?? (status < 500 ? malformed : broken);
	return `<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${fr.title} – Espace professionnel</title>
<link rel="stylesheet" href="${errorStylesPath}">
</head>
<body>
<main>
<h1>${fr.title}</h1>
<p>${fr.what}</p>
<p><a href="/">${fr.next}</a></p>
<section lang="en">
<h2>${en.title}</h2>
<p>${en.what}</p>
<p><a href="/">${en.next}</a></p>
</section>
</main>
</body>
</html>
`;
}

/** Answers with such a page. */
export function sendErrorPage(response: Response, status: number): void {
	if (response.headersSent) {
		response.destroy();
		return;
	}
	// Remix's own script asks for data: this header makes it show the page's error boundary.
	if (response.req.query._data !== undefined) response.set("X-Remix-Catch", "yes");
	if (status === 503) response.set("Retry-After", "60");
	response.status(status).type("html").send(errorPage(status));
}
