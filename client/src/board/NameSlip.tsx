import { useEffect, useRef, useState } from "react";
import { useText } from "../i18n/index.ts";
import { NameForm } from "../people/index.ts";
import { useBoard, useUi, useWorkshop } from "../state/index.ts";
import { Button, classes, CloseIcon, giveToBoard, IconButton } from "../ui/index.ts";
import css from "./NameSlip.module.css";

/** Tells a newcomer the name they were given, once, beside the board and never before it. */
export const NameSlip = () => {
  const { t } = useText();
  const { me, ui } = useBoard();
  const isCovered = useUi(({ panel }) => panel !== undefined);
  const slip = useRef<HTMLElement>(null);
  const [state, setState] = useState<"told" | "naming" | "gone">("told");
  const name = useWorkshop().people.get(me.person)?.name ?? me.name;
  // who has begun to work has seen it
  useEffect(
    () =>
      ui.subscribe(() => {
        const { selection, editing, hypothesis, finding } = ui.get();
        if (selection.size > 0 || [editing, hypothesis, finding].some((begun) => begun !== undefined))
          setState((now) => (now === "told" ? "gone" : now));
      }),
    [ui],
  );
  if (state === "gone") return null;
  const close = (): void => {
    setState("gone");
    // what has the keyboard goes with it
    if (slip.current?.contains(document.activeElement) === true) giveToBoard();
  };
  return (
    <aside ref={slip} className={classes(css["slip"], isCovered && css["covered"])} aria-label={t("board.yourName")}>
      {state === "naming" ? (
        <NameForm boardId={me.id} name={name} onDone={close} />
      ) : (
        <>
          <p>{t("board.called", { name })}</p>
          <Button size="s" tone="leaf" onPress={() => setState("naming")}>
            {t("board.changeName")}
          </Button>
          <IconButton size="s" label={t("frame.close")} icon={CloseIcon} onPress={close} />
        </>
      )}
    </aside>
  );
};
