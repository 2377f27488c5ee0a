import type { HeardEvidence } from "@palabre/shared/terms";

export interface TextPart {
  readonly text: string;
  /** whether it explains how the post was read */
  readonly isMarked: boolean;
}

/** A text in parts, those that explain how it was read apart from the rest; put together they are the text again, letter by letter. */
export function markText(text: string, evidence: readonly Pick<HeardEvidence, "from" | "to">[]): readonly TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  const take = (to: number, isMarked: boolean): void => {
    if (to <= end) return;
    parts.push({ text: text.slice(end, to), isMarked });
    end = to;
  };
  for (const { from, to } of evidence.toSorted((a, b) => a.from - b.from)) {
    take(Math.min(from, text.length), false);
    take(Math.min(to, text.length), true);
  }
  take(text.length, false);
  return parts;
}
