/**
 * The layout of every Palabre document. Nothing outside `documents/` knows these names.
 *
 * `board` is six flat maps. One value per fact: the changed key *is* the changed fact, so two people who change different facts
 * of one card both win, and a view, a permission check or an annotation touches just what changed.
 *
 *     cards       CardId    → { kind, by?, at }        born once, never changed
 *     position    CardId    → [x, y]                   board px, top left; written once per drag
 *     text        CardId    → Y.Text                   set with the card, in the same transaction
 *     attributes  "id/name" → JSON value               only where set; unset by deleting the key
 *     links       LinkId    → { from, to, by?, at }    polarity, strength, delay, label are attributes
 *     comments    CommentId → { on, by?, at, text }    resolvedAt is an attribute
 *
 * `workshop` and `desk` are the server's: maps of plain values, one key per fact.
 */
export const BOARD_MAPS = ["cards", "position", "text", "attributes", "links", "comments"] as const;
export type BoardMap = (typeof BOARD_MAPS)[number];

export const WORKSHOP_MAPS = [
  "about",
  "people",
  "listening",
  "annotations",
  "linkAnnotations",
  "rules",
  "agenda",
  "notices",
  "hands",
  "ready",
  "together",
  "themes",
  "alerts",
  "ballots",
  "decisions",
] as const;
export const DESK_MAPS = ["sources", "removed", "door", "waiting", "voices", "ballots"] as const;

/** Documents of a board that everybody finds at the same address; who may read and write each is in `facilitation/rules.ts`. */
export const DOCUMENT_NAMES = ["board", "workshop", "desk"] as const;
export type DocumentName = (typeof DOCUMENT_NAMES)[number];
export const isDocumentName = (name: string): name is DocumentName =>
  (DOCUMENT_NAMES as readonly string[]).includes(name);

/** Ids have no slash, so the first one ends the id. */
export const attributeKey = (id: string, name: string): string => `${id}/${name}`;
/** The id and the name in an attribute's key; undefined for a key of another shape. */
export const parseAttributeKey = (key: string): { id: string; name: string } | undefined => {
  const slash = key.indexOf("/");
  return slash > 0 && slash < key.length - 1 ? { id: key.slice(0, slash), name: key.slice(slash + 1) } : undefined;
};
