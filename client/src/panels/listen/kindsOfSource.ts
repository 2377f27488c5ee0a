import type { Source, SourceKind } from "@palabre/shared/terms";
import { FeedIcon, LibraryIcon, TableIcon, type IconDrawing } from "../../ui/index.ts";
import { SOURCE_FORMS, type FormWord, type SourceForm } from "./sourceForms.ts";

/** The form that a kind is added by; files and the sample have none. */
const formOf = (kind: SourceKind): SourceForm | undefined =>
  kind === "csv" || kind === "sample" ? undefined : SOURCE_FORMS[kind];

export const drawingOfSource = (kind: SourceKind): IconDrawing =>
  kind === "csv" ? TableIcon : kind === "sample" ? LibraryIcon : (formOf(kind)?.icon ?? FeedIcon);

/** What a key is called that takes the place of the kept one; undefined for kinds that have none, or make their own. */
export const newKeyOf = (kind: SourceKind): FormWord | undefined => formOf(kind)?.newKey;

/** What kind of thing a source hears, where its name doesn't say it: the service, and the place there. */
export function kindOfSource({ kind, settings }: Pick<Source, "kind" | "settings">): {
  readonly name?: string;
  readonly place?: FormWord;
  readonly isLive: boolean;
} {
  const form = formOf(kind);
  const place = form?.places.find(({ id }) => id === settings?.["place"]);
  return {
    ...(form?.name === undefined ? {} : { name: form.name }),
    ...(place ? { place: place.label } : {}),
    isLive: settings?.["isLive"] === true,
  };
}
