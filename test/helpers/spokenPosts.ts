/** A post that nobody wrote: what it says, and when. */
export interface SpokenPost {
  readonly text: string;
  readonly at: number;
}

const DAY_MS = 86_400_000;
const pick = (words: readonly string[], at: number): string => words[at % words.length] ?? "";

/** What a community asks for, three things in two languages, in so many words that few posts are near-copies. */
const SPEAKERS: readonly ((at: number) => string)[] = [
  (at) =>
    [
      pick(["Please open", "Could we have", "I would love", "Why not have", "It would be great to get", "We need"], at),
      pick(
        ["an evening session", "evening hours", "the evening workshop", "one evening a week"],
        at + Math.floor(at / 6),
      ),
      pick(
        ["because my shift ends late", "so that parents can come", "while the trams run", "for students"],
        at * 3 + 1,
      ),
      `${pick(["this winter", "after work", "in the old hall", "with tea", "twice a month", "near the station", "on Thursdays"], at)}.`,
    ].join(" "),
  (at) =>
    `${[
      pick(
        ["Le four reste froid", "Le four ne chauffe plus", "Four en panne", "Encore le four bloqué", "Ce four fume"],
        at,
      ),
      pick(
        ["depuis mardi", "au sous-sol", "pendant la cuisson", "sans prévenir", "le jour du stage", "à chaque fois"],
        at,
      ),
      pick(
        ["réparez-le vite", "on perd nos bols", "l’émail est raté", "c’est pénible", "personne ne répond"],
        at * 2 + 1,
      ),
      pick(["il faut un technicien", "mes élèves attendent", "merci de le changer", "quel gâchis"], Math.floor(at / 2)),
    ].join(", ")}.`,
  (at) =>
    [
      pick(["Merci pour", "Bravo pour", "Quel plaisir,", "J’adore", "Un grand bravo à"], at),
      pick(["l’accueil des bénévoles", "la patience des bénévoles", "l’aide des bénévoles"], at + Math.floor(at / 5)),
      pick(
        ["samedi dernier", "au comptoir", "pour ma lampe", "avec les enfants", "à la fête", "devant la mairie"],
        at * 5 + 1,
      ),
      `${pick(["vraiment chaleureux", "une équipe formidable", "on reviendra", "tout le monde souriait"], at)} !`,
    ].join(" "),
];

/** @param count how many of each, the newest an hour before `now`, over two months */
export const spokenPosts = (count: number, now: number): readonly SpokenPost[] =>
  SPEAKERS.flatMap((speak, speaker) =>
    Array.from({ length: count }, (_, at) => ({
      text: speak(at),
      at: now - 3_600_000 - Math.round((at * 60 * DAY_MS) / count) - speaker * 60_000,
    })),
  );

/** The same as a file that a facilitator has. */
export const spokenCsv = (posts: readonly SpokenPost[]): string =>
  ["date,text", ...posts.map(({ at, text }) => `${new Date(at).toISOString()},"${text.replaceAll('"', '""')}"`)].join(
    "\r\n",
  );
