import type { Card, Link } from "@palabre/shared/terms";
import { KindIcon, kindWord } from "../figures/index.ts";
import { useText } from "../i18n/index.ts";
import { useMayEdit } from "../state/index.ts";
import { PanelHead, PanelTitle } from "./pieces/index.ts";
import { TrashButton } from "./TrashButton.tsx";
import css from "./SelectionSheet.module.css";

/** Several things at once: how many of what, and what can be done with all of them. */
export const SelectionSheet = ({
  cards,
  links,
}: {
  readonly cards: readonly Card[];
  readonly links: readonly Link[];
}) => {
  const text = useText();
  const { t, number } = text;
  const mayEdit = useMayEdit();
  const byKind = new Map<string, number>();
  for (const { kind } of cards) byKind.set(kind, (byKind.get(kind) ?? 0) + 1);
  return (
    <>
      <PanelHead>{null}</PanelHead>
      <PanelTitle>{t("panel.selected", { n: cards.length + links.length })}</PanelTitle>
      <ul className={css["kinds"]}>
        {[...byKind].map(([kind, n]) => (
          <li key={kind}>
            <KindIcon kind={kind} />
            {kindWord({ kind }, text)}
            <b>{number(n)}</b>
          </li>
        ))}
        {links.length > 0 && <li>{t("panel.links", { n: links.length })}</li>}
      </ul>
      {mayEdit && <TrashButton cards={cards.map(({ id }) => id)} links={links.map(({ id }) => id)} />}
    </>
  );
};
