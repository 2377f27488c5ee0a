import { readBallots } from "@palabre/shared/documents";
import type { LinkId } from "@palabre/shared/terms";
import { useText } from "../../i18n/index.ts";
import { useWorkshopPart } from "../../state/index.ts";
import { Section } from "../pieces/index.ts";
import { weighings } from "./weighings.ts";
import { pictureOf } from "./pictures.ts";
import { Spread } from "./Spread.tsx";
import css from "./Results.module.css";

/** How the group weighed a link, and how far apart it is; nothing while it has not. */
export const LinkWeighing = ({ link }: { readonly link: LinkId }) => {
  const text = useText();
  const { t, date } = text;
  const found = weighings(useWorkshopPart(readBallots)).get(link);
  if (!found) return null;
  const { ballot, tally, figures } = found;
  const { words, more } = pictureOf(ballot, tally, figures, text);
  return (
    <Section title={t("vote.weighed")} note={`n = ${figures.n ?? 0}, ${date(tally.publishedAt, "shortDay")}`}>
      <div className={css["what"]}>
        <Spread figures={figures} />
        <p className={css["words"]}>
          <b>{words}</b> {more}
        </p>
      </div>
    </Section>
  );
};
