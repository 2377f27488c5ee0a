import { mayFacilitate } from "@palabre/shared/facilitation";
import type { Voice, Voices } from "@palabre/shared/protocol";
import { LIMITS } from "@palabre/shared/terms";
import { useState } from "react";
import { useText } from "../../i18n/index.ts";
import { useBoard } from "../../state/index.ts";
import { Button, ColumnsIcon, EditIcon, Select } from "../../ui/index.ts";
import { FeelingBar } from "../heard/index.ts";
import { Section } from "../pieces/index.ts";
import { useVoices } from "./useVoices.ts";
import { VoicesForm } from "./VoicesForm.tsx";
import css from "./Voices.module.css";

const SPANS = [7, 30, 90, 365] as const;
const USUAL = 30;

/** How often each of a few names is spoken of, of all that is said of any: for everybody; which ones, facilitators say. */
export const VoicesSection = () => {
  const { t, error } = useText();
  const { me } = useBoard();
  const isFacilitator = mayFacilitate(me.role);
  const [days, setDays] = useState(USUAL);
  const [isEdited, setEdited] = useState(false);
  const { names, voices, fault, isBusy, reload, change } = useVoices(days);
  const isEmpty = names === undefined || names.length === 0;
  if (isEmpty && !isFacilitator) return null;
  return (
    <Section title={t("watch.voices")}>
      {fault && (
        <p role="alert">
          {error(fault)}{" "}
          <Button size="s" onPress={reload}>
            {t("frame.retry")}
          </Button>
        </p>
      )}
      {isEmpty && !isEdited && <p className={css["help"]}>{t("watch.voicesHelp")}</p>}
      {!isEmpty && (
        <>
          <Select
            isLabelHidden
            className={css["span"]}
            label={t("watch.span")}
            choices={SPANS.map((n) => ({ id: String(n), label: t("watch.lastDays", { n }) }))}
            value={String(days)}
            onChange={(id) => setDays(Number(id))}
          />
          <div aria-busy={isBusy}>{voices && <Shares voices={voices} days={days} />}</div>
        </>
      )}
      {isEdited ? (
        <VoicesForm names={names ?? []} onSave={change} onClose={() => setEdited(false)} />
      ) : (
        isFacilitator &&
        names && (
          <div className={css["actions"]}>
            <Button size="s" icon={isEmpty ? ColumnsIcon : EditIcon} onPress={() => setEdited(true)}>
              {t(isEmpty ? "watch.compare" : "watch.compareOthers")}
            </Button>
          </div>
        )
      )}
    </Section>
  );
};

const Shares = ({ voices, days }: { readonly voices: Voices; readonly days: number }) => {
  const { t } = useText();
  return (
    <>
      <ul className={css["names"]}>
        {voices.names
          .toSorted((a, b) => b.posts - a.posts)
          .map((voice) => (
            <Share key={voice.name} voice={voice} days={days} />
          ))}
      </ul>
      <p className={css["help"]}>
        {voices.posts === 0
          ? t("watch.voicesNone")
          : t("watch.voicesOf", { posts: t("listen.posts", { n: voices.posts }) })}
      </p>
    </>
  );
};

/** A name's bar is as long as its share of all; a press on the name reads its posts. */
const Share = ({ voice, days }: { readonly voice: Voice; readonly days: number }) => {
  const { t, percent } = useText();
  const { ui } = useBoard();
  const { name, query, posts, share, feelings } = voice;
  return (
    <li className={css["name"]}>
      <button type="button" className={css["read"]} onClick={() => ui.set({ postFilter: { query, days } })}>
        {name}
      </button>
      <span className={css["figure"]}>
        <b>{share === undefined ? "–" : percent(share)}</b> {t("listen.posts", { n: posts })}
      </span>
      <span className={css["track"]} aria-hidden="true">
        <span style={{ width: `${100 * (share ?? 0)}%` }} />
      </span>
      <FeelingBar feelings={feelings} needs={LIMITS.postsForFeeling} />
    </li>
  );
};
