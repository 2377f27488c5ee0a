import { roomIn } from "@palabre/shared/outline";
import { DEFAULT_SIZES, LIMITS, titleOf, type Card, type CardKind } from "@palabre/shared/terms";
import { useState, type FormEvent } from "react";
import { useText } from "../i18n/index.ts";
import { useBoard } from "../state/index.ts";
import { announce, Button, Select, TextField } from "../ui/index.ts";
import css from "./Twin.module.css";

const KINDS = ["expectation", "factor", "strategy", "note"] as const satisfies readonly CardKind[];

/** A line to write the next card in; Enter adds it, and the line is ready for another one. */
export const AddCard = ({ frame }: { readonly frame: Card | undefined }) => {
  const { t } = useText();
  const { commands, snapshot } = useBoard();
  const [kind, setKind] = useState<(typeof KINDS)[number]>("expectation");
  const [text, setText] = useState("");
  const label = frame ? t("twin.addIn", { title: titleOf(frame) || t("card.untitled") }) : t("twin.addLoose");
  const add = (event: FormEvent): void => {
    event.preventDefault();
    const title = text.trim();
    if (title === "") return;
    const id = commands.addCard({
      kind,
      text: title,
      position: roomIn(frame, DEFAULT_SIZES[kind], snapshot()),
      ...(frame ? { attributes: { frame: frame.id } } : {}),
    });
    if (!id) return;
    setText("");
    announce(t("twin.added", { title }), "kept");
  };
  return (
    <form className={css["add"]} aria-label={label} onSubmit={add}>
      <Select
        label={t("twin.addKind")}
        isLabelHidden
        value={kind}
        onChange={setKind}
        choices={KINDS.map((id) => ({ id, label: t(`kind.${id}`) }))}
      />
      <TextField
        className={css["addText"]}
        label={`${label}, ${t("twin.addText")}`}
        isLabelHidden
        voice="voice"
        placeholder={t("twin.addText")}
        maxLength={LIMITS.textLength}
        value={text}
        onChange={setText}
      />
      <Button type="submit" size="m" tone="plain">
        {t("twin.add")}
      </Button>
    </form>
  );
};
