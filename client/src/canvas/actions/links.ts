import type { LinkAttributes, Strength } from "@palabre/shared/terms";
import { selectedLinks, type Action, type ActionMessage, type Key } from "../action.ts";
import { announceLink } from "../joining.ts";
import { viewOf } from "../view.ts";

const hasLink: Action["when"] = (board) => selectedLinks(board).length > 0;

/** Sets a fact of the chosen links, and says how the first of them reads now. */
const setting = (
  id: Action["id"],
  message: ActionMessage,
  keys: readonly Key[],
  values: LinkAttributes,
  part: "sign" | "strength",
): Action => ({
  id,
  message,
  keys,
  group: "links",
  menus: { link: part },
  isEdit: true,
  when: hasLink,
  run: (context) => {
    const links = selectedLinks(context.board);
    for (const link of links) context.board.commands.setLink(link, values);
    if (links[0] !== undefined) announceLink(context, links[0]);
  },
});
const strength = (id: Action["id"], message: ActionMessage, value: Strength): Action =>
  setting(id, message, [{ digit: value }], { strength: value }, "strength");

export const linkActions: readonly Action[] = [
  setting("helps", "canvas.actHelps", [{ key: "+" }], { polarity: "+" }, "sign"),
  setting("hinders", "canvas.actHinders", [{ key: "-" }], { polarity: "-" }, "sign"),
  strength("weak", "canvas.actWeak", 1),
  strength("medium", "canvas.actMedium", 2),
  strength("strong", "canvas.actStrong", 3),
  {
    id: "delay",
    message: "canvas.actDelay",
    keys: [],
    group: "links",
    menus: { link: "change" },
    isEdit: true,
    when: hasLink,
    run: (context) => {
      const { board } = context;
      const links = selectedLinks(board);
      const isOn = links.every((id) => board.link(id)?.delay === true);
      for (const link of links) board.commands.setLink(link, { delay: isOn ? undefined : true });
      if (links[0] !== undefined) announceLink(context, links[0]);
    },
  },
  {
    id: "label",
    message: "canvas.actLabel",
    keys: [{ key: "Enter" }, { key: "F2" }],
    group: "links",
    menus: { link: "change" },
    isEdit: true,
    isOfCanvas: true,
    when: (board) => board.ui.get().selection.size === 1 && hasLink(board),
    run: ({ board, view }) => {
      const [link] = selectedLinks(board);
      if (link !== undefined) view?.labelLink(link);
    },
  },
  {
    id: "follow",
    message: "canvas.actFollow",
    keys: [
      { key: "ArrowRight", alt: true },
      { key: "ArrowLeft", alt: true },
    ],
    group: "links",
    isOfCanvas: true,
    isKeyOnly: true,
    when: (board) => viewOf(board)?.focused() !== undefined,
    run: (context) => {
      const { board, view, text } = context;
      const card = view?.focused();
      const links = [...board.snapshot().links.values()].filter(
        ({ from, to, attributes }) => attributes.trashedAt === undefined && (from === card || to === card),
      );
      const at = links.findIndex(({ id }) => board.ui.get().selection.has(id));
      const next = links[(at + 1) % links.length];
      if (!next) return context.announce(text.t("canvas.noLinks"));
      board.commands.select([next.id]);
      announceLink(context, next.id);
    },
  },
];
