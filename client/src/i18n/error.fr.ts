import type { error as source } from "./error.en.ts";
import type { Translated } from "./translate.ts";

export const error: Translated<typeof source> = {
  "error.bad-address": "Cette adresse ne peut pas être lue. Elle doit commencer par http:// ou https://.",
  "error.bad-code": "Aucune diapositive n’affiche ce code. Regardez-le encore : six lettres, sans voyelle.",
  "error.bad-request": "Le serveur n’a pas compris cette demande. Vérifiez ce que vous avez saisi, puis réessayez.",
  "error.bad-signature":
    "La signature de cet envoi est fausse ou trop ancienne. Vérifiez le secret et l’horloge de l’expéditeur.",
  "error.bad-secret":
    "Ce lien n’ouvre plus le tableau : il a été remplacé, ou il en manque un morceau. Demandez-en un nouveau à l’animation.",
  "error.body-too-large": "C’est trop volumineux pour être envoyé. Découpez-le en plus petites parties.",
  "error.closed": "C’est clos : plus rien n’est pris en compte.",
  "error.csv-columns":
    "Ce fichier n’a pas de colonne de textes ou pas de colonne de dates. Sa première ligne doit nommer une colonne « texte » et une colonne « date ».",
  "error.csv-empty": "Ce fichier a un en-tête mais rien en dessous. Vérifiez que les lignes ont été exportées aussi.",
  "error.damaged-document":
    "Une partie de ce tableau n’a pas pu être lue ; rien n’a été changé. Réessayez, puis prévenez la personne qui s’occupe de ce serveur.",
  "error.files-full": "Les images de ce tableau prennent toute la place qu’il a. Prenez-en une plus petite.",
  "error.forbidden": "Votre rôle ne le permet pas. Demandez à l’animation.",
  "error.internal":
    "Le serveur a eu une panne ; rien de ce qui était enregistré n’est perdu. Réessayez dans un instant.",
  "error.no-session": "Ce tableau n’est pas ouvert sur cet appareil. Ouvrez-le par le lien que l’on vous a donné.",
  "error.not-an-agenda": "Ce fichier n’est pas un déroulé que Palabre sait lire.",
  "error.not-a-csv":
    "Ce fichier n’est pas un tableau CSV. Exportez-le à nouveau en CSV, avec une première ligne qui nomme les colonnes.",
  "error.not-a-feed": "Il y a une page à cette adresse, mais pas de fil RSS ou Atom. Cherchez l’adresse de son fil.",
  "error.not-an-image": "Ce n’est pas une image PNG, JPEG, GIF ou WebP de taille courante.",
  "error.not-json": "Le serveur n’a pas compris cette demande. Rechargez la page, puis réessayez.",
  "error.private-address":
    "Cette adresse est dans un réseau privé, où le serveur ne doit pas regarder. Donnez une adresse publique.",
  "error.removed":
    "L’animation vous a retiré·e de ce tableau. Parlez-lui : dès qu’elle vous laisse revenir, réessayez.",
  "error.refused":
    "L’animation n’a pas laissé entrer cet appareil. Si c’est une erreur, demandez-lui de regarder la salle d’attente.",
  "error.slide-closed":
    "Ce code n’est plus valable : la diapositive n’est plus affichée. Demandez à l’animation de l’afficher de nouveau.",
  "error.source-answer":
    "Ce qui répond à cette adresse n’est pas ce qui y était attendu. Vérifiez l’adresse et le type de source.",
  "error.source-busy": "Le site demande une pause. Un autre essai suivra tout seul.",
  "error.source-credentials":
    "Le site ne nous laisse pas lire\u202f: le jeton, le mot de passe ou la clé manque, est faux ou n’est plus valable. Donnez-le à nouveau.",
  "error.source-redirects": "Cette adresse renvoie de l’une à l’autre sans fin. Donnez l’adresse d’arrivée.",
  "error.source-status":
    "Le site a répondu {status}\u202f: il refuse, ou n’a rien à cette adresse. Ouvrez-la dans un navigateur pour la vérifier.",
  "error.source-timeout": "Le site a mis trop de temps à répondre. Un autre essai suivra tout seul.",
  "error.source-too-large":
    "Ce qui se trouve à cette adresse est trop volumineux. Donnez l’adresse d’un fil plus court.",
  "error.store-failed":
    "Le serveur n’a pas pu enregistrer. Vos changements sont gardés ici ; réessayez dans un instant.",
  "error.conflict": "Quelqu’un d’autre vient de changer cela. Regardez où l’on en est, puis réessayez.",
  "error.too-many": "Trop de demandes en peu de temps. Attendez une minute, puis réessayez.",
  "error.too-many-codes":
    "Trop de codes qui n’ouvrent rien sont venus de ce réseau. Scannez le QR code, ou attendez une minute puis retapez-le.",
  "error.too-many-sources":
    "Ce tableau a autant de sources qu’il peut en avoir. Retirez-en une avant d’en ajouter une autre.",
  "error.unknown-ballot": "Ce vote n’existe pas : il a peut-être été annulé.",
  "error.unknown-board": "Il n’y a pas de tableau à cette adresse. Vérifiez le lien, ou demandez-le à l’animation.",
  "error.unknown-file": "Ce fichier n’est pas sur ce tableau.",
  "error.unknown-paper": "Vous n’avez pas répondu à ce vote.",
  "error.unknown-route": "Il n’y a rien à cette adresse. Revenez à la page d’accueil.",
  "error.unknown-post": "Ce message n’est plus là : il est peut-être parti avec sa source.",
  "error.unknown-source": "Cette source n’est plus là : quelqu’un l’a retirée.",
  "error.unknown-version":
    "Cette version n’existe plus : elle a été retirée, ou son temps est passé. Choisissez-en une autre.",
  "error.unreachable": "Pas de réponse. Vérifiez la connexion ou l’adresse, puis réessayez.",
  "error.waiting": "L’animation doit vous laisser entrer. Cette page suivra toute seule.",
  "error.wordless-query": "Il faut au moins un mot : les emoji et les signes ne se cherchent pas.",
  "error.wrong-origin": "Cette demande venait d’un autre site et a été refusée. Ouvrez Palabre à sa propre adresse.",
};
