import type { home as source } from "./home.en.ts";
import type { Translated } from "./translate.ts";

export const home: Translated<typeof source> = {
  "home.boards": "Mes tableaux",
  "home.boardsHint": "gardés en mémoire sur cet appareil",
  "home.boardsLoading": "Recherche de vos tableaux…",
  "home.copyLink": "Copier le lien des participants",
  "home.create": "Créer",
  "home.createTitle": "Nouveau tableau",
  "home.empty": "Aucun tableau sur cet appareil",
  "home.emptyText": "Entrez un code, collez un lien, ou commencez-en un.",
  "home.failed": "Vos tableaux n’ont pas pu être lus ; rien n’est perdu.",
  "home.forget": "Retirer de cet appareil",
  "home.forgetConfirm": "Retirer",
  "home.forgetCopy": "Copier d’abord mon lien",
  "home.forgetText":
    "Vous animez ce tableau. Une fois retiré, seul le lien d’animation vous y ramène : gardez-le quelque part.",
  "home.forgetTitle": "Retirer « {title} » de cet appareil ?",
  "home.forgotten": "« {title} » est retiré de cet appareil",
  "home.help": "Aide",
  "home.helpAgree": "Partagez-le : chacun entre par un lien ou un QR code, sans compte. Tout le monde écrit à la fois.",
  "home.helpDecide": "Reliez ce qui aide et ce qui freine ; les chiffres de chaque carte disent quels choix tiennent.",
  "home.helpListen":
    "Ajoutez des fils ou un fichier de messages : chaque attente montre combien on en parle, et avec quels mots.",
  "home.helpMap":
    "Commencez un tableau et écrivez ce que votre communauté attend, ce qui fait coopérer, ce que vous pourriez faire.",
  "home.helpTitle": "Palabre en quatre gestes",
  "home.heroDecide": "Puis on décide.",
  "home.heroListen": "Sous l’arbre, on s’écoute.",
  "home.joinBad": "Ce n’est ni un code de six lettres, ni le lien d’un tableau, qui ressemble à {example}",
  "home.joinEnter": "Entrer",
  "home.joinHint":
    "Six lettres, à côté du QR code de la salle ; ou un lien entier. Pas de compte, pas de mot de passe.",
  "home.joinLabel": "Vous avez un code ou un lien ?",
  "home.joinPhone": "Au téléphone : une chose à la fois",
  "home.lede":
    "Cartographiez ensemble ce que votre communauté attend, ce qui fait coopérer, et ce que vous choisissez de faire.",
  "home.menu": "Autres actions pour « {title} »",
  "home.new": "Nouveau tableau",
  "home.newHint": "vide, prêt pour votre première carte",
  "home.newTitleHint": "La question de votre atelier, par exemple. Vous pourrez le changer.",
  "home.newTitleLabel": "Titre",
  "home.offline":
    "Le serveur est injoignable. Ces tableaux s’ouvrent depuis cet appareil ; vos changements y sont gardés et partiront plus tard.",
  "home.rename": "Renommer",
  "home.renameTitle": "Renommer le tableau",
  "home.sample": "Essayer l’exemple",
  "home.sampleTitle": "Quel repair-café pour 2027 ?",
  "home.seen": "{role} · {when}",
  "home.skip": "Aller à mes tableaux",
  "home.templates": "Partir d’un modèle",
  "home.templatesFailed": "Les modèles n’ont pas pu être chargés",
  "home.templatesFailedText": "Vos tableaux sont là quand même. Réessayez quand la connexion sera revenue.",
  "home.templatesHint": "déroulé, consignes et cadres prêts, en français et en anglais",
  "home.titleMissing": "Il faut un titre au tableau.",
  "home.tree": "Des gens assis en cercle sous un arbre dont les feuilles sont des cartes",
};
