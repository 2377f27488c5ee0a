import {
  ANNOTATION_MAPS,
  isRulesChange,
  observeState,
  readAlerts,
  readAnnotation,
  readAnnotations,
  readDesk,
  readLinkAnnotation,
  readThemes,
  readWorkshop,
  unreadAnnotations,
  type Annotations,
  type Desk,
  type StateDoc,
  type UnreadAnnotation,
  type Workshop,
} from "@palabre/shared/documents";
import type {
  AlertId,
  Annotation,
  CardId,
  LinkAnnotation,
  LinkId,
  RaisedAlert,
  Theme,
  ThemeId,
} from "@palabre/shared/terms";
import type { BoardConnection } from "../sync/index.ts";

/** What the server's documents of a board say; what is handed out is the same object until it changes. */
export interface Readings {
  annotation(id: CardId): Annotation | undefined;
  linkAnnotation(id: LinkId): LinkAnnotation | undefined;
  /** what is said of all cards and links; the same object until it changes, told by `annotations` */
  annotations(): Annotations;
  /** the same of all cards, to be read later */
  unreadAnnotations(): ReadonlyMap<CardId, UnreadAnnotation>;
  workshop(): Workshop;
  /** what the posts speak of; the same map until it changes, told by `workshop` */
  themes(): ReadonlyMap<ThemeId, Theme>;
  /** the alerts that are raised now; the same map until it changes, told by `workshop` */
  alerts(): ReadonlyMap<AlertId, RaisedAlert>;
  /** undefined for those who are no facilitators */
  desk(): Desk | undefined;
  /** What only few look at of the workshop, or of the desk, by what reads it: the same value until that changes. Undefined without a desk. */
  part<T>(document: "workshop" | "desk", read: (doc: StateDoc) => T): T | undefined;
}

/**
 * @param tell  is given the topics of `BoardState` of which something else is said now
 * @param onRules  the rules of the board may be others
 */
export function openReadings(
  { workshop: workshopDoc, desk: deskDoc }: Pick<BoardConnection, "workshop" | "desk">,
  tell: (topics: readonly string[]) => void,
  onRules: () => void,
): { readonly said: Readings; readonly close: () => void } {
  let annotations: Annotations | undefined;
  let workshop: Workshop | undefined;
  let desk: Desk | undefined;
  let themes: ReadonlyMap<ThemeId, Theme> | undefined;
  let alerts: ReadonlyMap<AlertId, RaisedAlert> | undefined;
  const docs = { workshop: workshopDoc, desk: deskDoc };
  const parts = { workshop: new Map<unknown, unknown>(), desk: new Map<unknown, unknown>() };

  const undoings = [
    observeState(workshopDoc, (changed) => {
      const said = ANNOTATION_MAPS.flatMap((map) => changed.get(map) ?? []);
      const told = said.flatMap((things) => ["annotations", ...[...things].map((thing) => `annotation:${thing}`)]);
      if (said.length > 0) annotations = undefined;
      // figures come by the hundred: who looks at the rest of the workshop is not asked to look again for them
      if (said.length < changed.size) {
        workshop = undefined;
        if (changed.has("themes")) themes = undefined;
        if (changed.has("alerts")) alerts = undefined;
        parts.workshop.clear();
        if (isRulesChange(changed)) onRules();
        told.push("workshop");
      }
      tell(told);
    }),
  ];
  if (deskDoc) {
    undoings.push(
      observeState(deskDoc, () => {
        desk = undefined;
        parts.desk.clear();
        tell(["desk"]);
      }),
    );
  }
  return {
    said: {
      annotation: (id) => readAnnotation(workshopDoc, id),
      linkAnnotation: (id) => readLinkAnnotation(workshopDoc, id),
      annotations: () => (annotations ??= readAnnotations(workshopDoc)),
      unreadAnnotations: () => unreadAnnotations(workshopDoc),
      workshop: () => (workshop ??= readWorkshop(workshopDoc)),
      themes: () => (themes ??= readThemes(workshopDoc)),
      alerts: () => (alerts ??= readAlerts(workshopDoc)),
      desk: () => deskDoc && (desk ??= readDesk(deskDoc)),
      part: (document, read) => {
        const doc = docs[document];
        if (!doc) return undefined;
        if (!parts[document].has(read)) parts[document].set(read, read(doc));
        // a reader keeps what it read
        return parts[document].get(read) as ReturnType<typeof read>;
      },
    },
    close: () => {
      for (const undoing of undoings) undoing();
    },
  };
}
