import type { ServerEdit } from "@palabre/shared/documents";

/** Cuts edits into lists that touch at most so many things each, in their order. */
export function* inParts(edits: readonly ServerEdit[], things: number): Generator<readonly ServerEdit[]> {
  let part: ServerEdit[] = [];
  let room = things;
  for (const edit of edits) {
    for (let rest: ServerEdit | undefined = edit; rest !== undefined;) {
      const [first, more]: readonly [ServerEdit, ServerEdit | undefined] = cut(rest, room);
      part.push(first);
      room -= sizeOf(first);
      rest = more;
      if (room > 0) continue;
      yield part;
      part = [];
      room = things;
    }
  }
  if (part.length > 0) yield part;
}

const sizeOf = (edit: ServerEdit): number => {
  switch (edit.type) {
    case "moveCards":
      return edit.moves.length;
    case "trash":
    case "bringBack":
      return edit.things.length;
    case "addCard":
    case "addLink":
    case "addComment":
    case "setAttributes":
    case "writeText":
    case "changeText":
      return 1;
  }
};

/** An edit of at most so many things, and the rest of it. */
function cut(edit: ServerEdit, most: number): readonly [ServerEdit, ServerEdit | undefined] {
  if (sizeOf(edit) <= most) return [edit, undefined];
  if (edit.type === "moveCards")
    return [
      { ...edit, moves: edit.moves.slice(0, most) },
      { ...edit, moves: edit.moves.slice(most) },
    ];
  if (edit.type === "trash" || edit.type === "bringBack")
    return [
      { ...edit, things: edit.things.slice(0, most) },
      { ...edit, things: edit.things.slice(most) },
    ];
  return [edit, undefined];
}
