import type { LinkAttributes, LinkId, Strength } from "@palabre/shared/terms";
import { selectedLinks, type Action, type ActionContext, type ActionMessage, type Key } from "../action.ts";
import { isHere, type Loose } from "../house.ts";
import { announceLink } from "../joining.ts";
import { sayLocked } from "../sayLocked.ts";
import { viewOf } from "../view.ts";

const hasLink: Action["when"] = (board) => selectedLinks(board).length > 0;

/** In one step; what is locked stays. */
function setAll(context: ActionContext, links: readonly LinkId[], values: Loose<LinkAttributes>): void {
  const { board } = context;
  const free = links.filter((id) => !board.isLocked(id));
  const [first] = free;
  if (first === undefined) return links[0] && sayLocked(context, links[0]);
  board.commands.setLinks(free.map((link) => [link, values] as const));
  announceLink(context, first);
}

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
    setAll(context, selectedLinks(context.board), values);
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
      setAll(context, links, { delay: isOn ? undefined : true });
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
        ({ id, from, to }) => (from === card || to === card) && isHere(board, id),
      );
      const at = links.findIndex(({ id }) => board.ui.get().selection.has(id));
      const next = links[(at + 1) % links.length];
      if (!next) return context.announce(text.t("canvas.noLinks"));
      board.commands.select([next.id]);
      announceLink(context, next.id, "polite");
    },
  },
];
