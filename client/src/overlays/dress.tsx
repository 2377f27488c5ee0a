import type { CardId } from "@palabre/shared/terms";
import type { CSSProperties } from "react";
import type { Text } from "../i18n/index.ts";
import type { Dress } from "../state/index.ts";
import { classes } from "../ui/index.ts";
import { EffectArrow } from "./EffectArrow.tsx";
import { effectWords, isUnwanted, stepOfEffect, type EffectStep } from "./effectStep.ts";
import type { ColourLayer, Disc, SizeLayer, Tint } from "./encode.ts";
import css from "./dress.module.css";

/** What is laid over the cards of a board. */
export interface DressInput {
  readonly cards: readonly { readonly id: CardId; readonly kind: string }[];
  /** where cards settle in a what-if, −1 to 1; undefined while none is asked */
  readonly effects: ReadonlyMap<CardId, number> | undefined;
  /** the cards that are supposed, and how */
  readonly levels: ReadonlyMap<CardId, number>;
  readonly colour: ColourLayer | undefined;
  readonly size: SizeLayer | undefined;
  readonly text: Text;
}

/** Dresses cards; who is dressed as last time is given the same object, so that only what changes is drawn again. */
export function createDresser(): (input: DressInput) => ReadonlyMap<CardId, Dress> {
  let known: ReadonlyMap<CardId, { readonly key: string; readonly dress: Dress }> = new Map();
  return ({ cards, effects, levels, colour, size, text }) => {
    const next = new Map<CardId, { readonly key: string; readonly dress: Dress }>();
    for (const { id, kind } of cards) {
      const level = levels.get(id) ?? 0;
      const layers: Layers = {
        effect: level === 0 ? stepOfEffect(effects?.get(id) ?? 0) : 0,
        level,
        isUnwanted: isUnwanted(kind, stepOfEffect(level === 0 ? (effects?.get(id) ?? 0) : 0)),
        tint: colour?.byCard.get(id),
        disc: size?.byCard.get(id),
        isBare: colour !== undefined && !colour.byCard.has(id),
        labels: [colour?.label, size?.label],
      };
      if (!isDressed(layers)) continue;
      const key = JSON.stringify([layers, text.locale]);
      const last = known.get(id);
      next.set(id, last?.key === key ? last : { key, dress: makeDress(layers, text) });
    }
    known = next;
    return new Map([...next].map(([id, { dress }]) => [id, dress]));
  };
}

interface Layers {
  readonly effect: EffectStep;
  /** what it is supposed to be; 0 when it is not */
  readonly level: number;
  readonly isUnwanted: boolean;
  readonly tint: Tint | undefined;
  readonly disc: Disc | undefined;
  /** others have a colour and it has none */
  readonly isBare: boolean;
  readonly labels: readonly (string | undefined)[];
}
const isDressed = ({ effect, level, tint, disc, isBare }: Layers): boolean =>
  effect !== 0 || level !== 0 || tint !== undefined || disc !== undefined || isBare;

function makeDress({ effect, level, isUnwanted: isBad, tint, disc, isBare, labels }: Layers, text: Text): Dress {
  const { t } = text;
  const [colourLabel, sizeLabel] = labels;
  const isSame = sizeLabel === colourLabel;
  const words = [
    level !== 0 && t("whatIf.supposed", { level: text.percent(level, { isSigned: level < 0 }) }),
    effect !== 0 && t("whatIf.onCard", { words: effectWords(effect, text) }),
    isBad && t("whatIf.unwanted"),
    tint && t("overlay.onCard", { label: colourLabel ?? "", figure: tint.words }),
    disc && !isSame && t("overlay.onCard", { label: sizeLabel ?? "", figure: disc.words }),
    isBare && t("overlay.noFigure"),
  ];
  return {
    words: words.filter(Boolean).join(", "),
    className: classes(tint && css["tinted"], isBare && css["bare"]),
    style: tint ? ({ "--tint": tint.colour } as CSSProperties) : {},
    colour:
      tint?.colour ?? (isBare ? "var(--well)" : effect === 0 ? undefined : `var(--${effect < 0 ? "minus" : "plus"})`),
    tags: (
      <>
        {disc && (
          <span
            className={classes(css["disc"], disc.isNegative && css["negative"])}
            style={{ "--d": `${disc.diameter}px` } as CSSProperties}
            data-disc={disc.words}
            aria-hidden="true"
          >
            {!(tint && isSame) && <span className={css["figure"]}>{disc.words}</span>}
          </span>
        )}
        {tint && (
          <span className={css["badge"]} data-badge aria-hidden="true">
            {tint.words}
          </span>
        )}
        {effect !== 0 && <EffectArrow step={effect} isUnwanted={isBad} className={css["effect"]} />}
        {level !== 0 && (
          <span className={classes(css["effect"], css["supposed"])} data-supposed aria-hidden="true">
            {text.percent(level, { isSigned: level < 0 })}
          </span>
        )}
      </>
    ),
  };
}
