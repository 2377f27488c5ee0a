import type { TemplateWords } from "../design.ts";
import type { CardKey, StepKey } from "./layout.ts";

export const FR: TemplateWords<CardKey, StepKey> = {
  name: "Effets du collectif",
  goal: "Dire ce que l’action collective apporte et ce qu’elle coûte, aux membres, au groupe et autour de lui.",
  title: "Qu’est-ce que le collectif change ?",
  cards: {
    welcome: "Pour commencer",
    question: "La question du jour\nQu’est-ce qui change parce que nous agissons ensemble ?",
    rules: "Nos règles\nUn effet peut être bon, mauvais, ou les deux.\nUn fait vécu vaut mieux qu’un avis.",
    howTo: "Écrire un effet\nCe qui grandit ou baisse : « l’envie d’essayer », « le temps pour soi ».",
    plan: "Le programme\nÉcrire, lire, relier avec + ou −, peser, puis renforcer et réparer.",
    together: "Agir ensemble\nCe que nous faisons à plusieurs, et pas seuls.",
    onMembers: "Effets sur les membres",
    skills: "Savoir-faire appris des autres",
    ownTime: "Temps pour soi",
    onGroup: "Effets sur le groupe",
    memory: "Mémoire commune",
    newcomers: "Accueil des nouveaux",
    onEnvironment: "Effets autour de nous",
    commons: "Biens communs laissés à tous",
    autonomy: "Autonomie des voisins",
    strengthen: "À renforcer",
    strengthenHow: "Les bons effets que nous voulons plus grands. Que fait-on, dès le mois prochain ?",
    repair: "À réparer",
    repairHow: "Les effets qui coûtent. Qui les subit ? Que peut-on alléger tout de suite ?",
  },
  steps: {
    arrive: {
      title: "Accueil",
      instruction: "Chacun raconte en une phrase ce que ce collectif a changé pour lui. Puis lisez les règles.",
    },
    write: {
      title: "Écrire en silence",
      instruction:
        "Écrivez des effets, bons ou mauvais : sur vous, sur le groupe, autour. Personne ne voit vos cartes avant la mise en commun, et elles resteront sans nom.",
    },
    read: {
      title: "Mettre en commun et lire",
      instruction: "Lisez tout. Pour un effet qui vous étonne, demandez un exemple en commentaire.",
    },
    connect: {
      title: "Placer et relier",
      instruction:
        "Placez chaque effet à son niveau, puis reliez « Agir ensemble » à lui : + s’il grandit, − s’il baisse. Un effet peut en entraîner un autre.",
    },
    weigh: {
      title: "Peser les liens",
      instruction: "Pour chaque lien, dites son signe et sa force selon vous. Les écarts sont le plus intéressant.",
    },
    decide: {
      title: "Renforcer, réparer",
      instruction: "Choisissez deux effets à renforcer et un à réparer. Écrivez pour chacun une action et un nom.",
    },
    close: {
      title: "Clôture",
      instruction: "Chacun dit l’effet qu’il racontera à quelqu’un demain. Merci !",
    },
  },
};
