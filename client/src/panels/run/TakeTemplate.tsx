import { isTrashed, TEMPLATES, titleOf, type BoardSnapshot, type TemplateName } from "@palabre/shared/terms";
import { useEffect, useState } from "react";
import { useText } from "../../i18n/index.ts";
import { useBoard } from "../../state/index.ts";
import { Button, LibraryIcon, Menu, showToast, type MenuEntry } from "../../ui/index.ts";
import { phasesOf } from "./fromTemplate.ts";
import { spanWords } from "./spanWords.ts";
import { useAgenda } from "./useAgenda.ts";

/** Long texts in both languages: fetched with the empty run sheet only. */
const load = () => import("@palabre/shared/facilitation/library");
type Library = Awaited<ReturnType<typeof load>>;

/** The agendas of the templates, for a board that was made without one. */
export const TakeTemplate = () => {
  const text = useText();
  const { t, language } = text;
  const board = useBoard();
  const { edit } = useAgenda();
  const [library, setLibrary] = useState<Library>();
  useEffect(() => {
    let isOver = false;
    // without them, there are the other two ways to begin
    void load().then(
      (module) => !isOver && setLibrary(module),
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, []);
  if (!library) return null;
  const take = (name: TemplateName): void => {
    const contents = library.templateContents(name, language, Date.now());
    const titles = new Map(contents.cards.map(({ key, text: written }) => [key, titleOf({ text: written })]));
    const phases = phasesOf(contents, (key) => frameOf(board.snapshot(), titles.get(key)));
    edit({ type: "replace", phases }, () =>
      showToast({
        text: t("run.opened", { n: phases.length }),
        action: { label: t("frame.undo"), onAction: () => edit({ type: "replace", phases: [] }) },
      }),
    );
  };
  const items = TEMPLATES.flatMap((name): readonly MenuEntry[] => {
    const { name: label, minutes, agenda } = library.templateFace(name, language);
    if (agenda.length === 0) return [];
    const hint = t("run.templateFacts", { n: agenda.length, span: spanWords(minutes, text) });
    return [{ id: name, label, hint, onAction: () => take(name) }];
  });
  return (
    <Menu
      label={t("run.template")}
      items={items}
      trigger={
        <Button size="s" icon={LibraryIcon}>
          {t("run.template")}
        </Button>
      }
    />
  );
};

/** What a step of the template looks at, where the board has a frame of that title. */
const frameOf = ({ cards }: BoardSnapshot, title: string | undefined) =>
  [...cards.values()].find((card) => card.kind === "frame" && !isTrashed(card) && titleOf(card) === title)?.id;
