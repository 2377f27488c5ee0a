import { isFileName, titleOf, type Card } from "@palabre/shared/terms";
import { useEffect, useRef, useState } from "react";
import { fileAddress } from "../api/index.ts";
import { KindIcon } from "../figures/index.ts";
import { useText } from "../i18n/index.ts";
import { useBoard, useStatus } from "../state/index.ts";
import { CardTextEditor } from "./CardTextEditor.tsx";
import css from "./ImageContent.module.css";

/** An image that the board keeps, with what is written under it. */
export const ImageContent = ({ card, isEditing }: { readonly card: Card; readonly isEditing: boolean }) => {
  const { me } = useBoard();
  const [failed, setFailed] = useState<string>();
  const { file = "" } = card.attributes;
  const title = titleOf(card);
  // what others wrote there is no address before it is known to be a file's name
  const isShown = isFileName(file) && failed !== file;
  return (
    <>
      {isShown ? (
        <img
          className={css["image"]}
          src={fileAddress(me.id, file)}
          alt={title}
          draggable={false}
          loading="lazy"
          decoding="async"
          onError={() => setFailed(file)}
        />
      ) : (
        <Missing onBack={() => setFailed(undefined)} />
      )}
      {isEditing ? (
        <CardTextEditor card={card} className={css["caption"]} />
      ) : (
        title !== "" && <p className={css["caption"]}>{title}</p>
      )}
    </>
  );
};

/** In the place of an image that could not be had. @param onBack called when the line to the server is there again: it may be had now */
const Missing = ({ onBack }: { readonly onBack: () => void }) => {
  const { t } = useText();
  const { type } = useStatus();
  const isAway = type === "offline" || type === "loading";
  const wasAway = useRef(isAway);
  useEffect(() => {
    const isBack = wasAway.current && !isAway;
    wasAway.current = isAway;
    if (isBack) onBack();
  }, [isAway, onBack]);
  return (
    <span className={css["missing"]}>
      <KindIcon kind="image" />
      {t("card.noImage")}
    </span>
  );
};
