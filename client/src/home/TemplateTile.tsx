import type { TemplateFace } from "@palabre/shared/facilitation/library";
import { useText } from "../i18n/index.ts";
import { TemplatePicture } from "./TemplatePicture.tsx";
import { useTemplateFacts } from "./useTemplateFacts.ts";
import css from "./TemplateTile.module.css";

/** A template from afar: its board, its name, what one leaves with, how long it takes and for how many. */
export const TemplateTile = ({ face, onOpen }: { readonly face: TemplateFace; readonly onOpen: () => void }) => {
  const facts = useTemplateFacts();
  const { language } = useText();
  return (
    <button type="button" className={css["tile"]} onClick={onOpen} aria-haspopup="dialog">
      <TemplatePicture face={face} className={css["picture"]} />
      <span className={css["words"]}>
        <b className={css["name"]} lang={language}>
          {face.name}
        </b>
        <small className={css["facts"]}>{facts(face)}</small>
        <span className={css["goal"]} lang={language}>
          {face.goal}
        </span>
      </span>
    </button>
  );
};
