import { fold } from "@palabre/shared/listening";
import type { CsvColumns } from "@palabre/shared/protocol";

/**
 * Which column of a file holds what, by its name in the header row, in French or English. Case, accents, spaces and
 * underscores don't count: "Created_at", "createdAt" and "CREATED AT" are one.
 */
const NAMES = {
  date: `date createdat created datetime timestamp publishedat published pubdate postedat submittedat updatedat time at jour day
    datedecreation datedepublication datecreation datepublication horodatage horodateur le`,
  text: `text texte message commentaire comment content contenu body corps review avis verbatim post publication tweet feedback
    temoignage reponse response answer remarque suggestion question fulltext reviewtext commenttext commentaires comments
    description title titre sujet subject objet`,
  title: "title titre subject sujet objet headline intitule",
  url: "url link lien permalink permalien href uri adresse address",
  author: "author auteur autrice auteure username user utilisateur utilisatrice pseudo handle name nom from",
  language: "language lang langue locale",
  id: "id identifiant identifier guid uuid postid tweetid commentid reviewid",
  stars: "stars etoiles rating",
  react: "likes reactions favourites favorites jaime votes upvotes",
  share: "shares partages reposts retweets reblogs",
  comment: "replies repliescount reponses nbreponses commentcount commentscount",
  source: "source canal channel plateforme platform origine origin site",
} as const;
type Meaning = keyof typeof NAMES;

/**
 * Finds the columns. A whole name goes before one that only contains the word ("Date de l'avis"), an earlier name of the list
 * before a later one; a column is taken once, dates first. What may be a title is the text where there is no other.
 */
export function findColumns(header: readonly string[]): CsvColumns {
  const columns: { [M in Meaning]?: number } = {};
  const taken = new Set<number>();
  const folded = header.map((name) => fold(name));
  const take = (meaning: Meaning, matches: (folded: string, name: string) => boolean): void => {
    if (columns[meaning] !== undefined) return;
    for (const name of NAMES[meaning].split(/\s+/)) {
      const index = folded.findIndex((column, at) => !taken.has(at) && matches(column, name));
      if (index < 0) continue;
      columns[meaning] = index;
      taken.add(index);
      return;
    }
  };
  // the meanings in the order in which they are written above
  const meanings = Object.keys(NAMES) as Meaning[];
  for (const meaning of meanings) take(meaning, (column, name) => column.replaceAll(" ", "") === name);
  // short words ("at", "le", "id") are part of too many others
  for (const meaning of ["date", "text", "title"] as const) {
    take(
      meaning,
      (column, name) => name.length >= 4 && (column.includes(` ${name} `) || column.includes(` ${name}s `)),
    );
  }
  return columns;
}

/** The names, of those known, that stand in a header: they can be told, since they are nobody's text. */
export const namesFound = (header: readonly string[], columns: CsvColumns): string =>
  Object.entries(columns)
    .map(([meaning, index]) => `${meaning} = ${fold(header[index ?? -1] ?? "").trim()}`)
    .join(", ");
