import { useState } from "react";
import { useText } from "../i18n/index.ts";
import { useBoard } from "../state/index.ts";
import { BareButton, ChevronUpIcon, classes, CloseIcon, Icon, IconButton } from "../ui/index.ts";
import type { ColourKey, ColourLayer, SizeLayer } from "./encode.ts";
import css from "./Legend.module.css";

export interface LegendProps {
  readonly colour: ColourLayer | undefined;
  readonly size: SizeLayer | undefined;
}

/** The key to the colours and discs on the cards. Where there is little room it is one line until it is opened. */
export const Legend = ({ colour, size }: LegendProps) => {
  const { t } = useText();
  const { ui } = useBoard();
  const [isOpen, setOpen] = useState(false);
  const title = [...new Set([colour?.label, size?.label].filter((label) => label !== undefined))].join(", ");
  return (
    <section className={classes(css["legend"], isOpen && css["open"])} aria-label={t("overlay.legend")} data-legend>
      <header className={css["head"]}>
        <BareButton className={css["fold"]} aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          <i className={css["sample"]} style={colour && { background: ribbonOf(colour.key) }} aria-hidden="true" />
          {title}
          <Icon of={ChevronUpIcon} size="card" />
        </BareButton>
        <h2 className={css["title"]}>{t("overlay.legend")}</h2>
        <IconButton
          size="s"
          label={t("overlay.close")}
          icon={CloseIcon}
          onPress={() => ui.set({ overlay: undefined })}
        />
      </header>
      <div className={css["body"]}>
        {colour && <ColourPart layer={colour} />}
        {size && <SizePart layer={size} />}
      </div>
    </section>
  );
};

const ribbonOf = (key: ColourKey): string => {
  const colours = key.type === "steps" ? key.colours : key.groups.map(({ colour }) => colour);
  const stops = colours.map(
    (colour, i) => `${colour} ${(i / colours.length) * 100}% ${((i + 1) / colours.length) * 100}%`,
  );
  return `linear-gradient(to right, ${stops.join(", ")})`;
};

const ColourPart = ({ layer: { label, unit, key, without } }: { readonly layer: ColourLayer }) => {
  const { t, number } = useText();
  return (
    <div className={css["part"]} data-legend-colour>
      <p>
        <b>{label}</b> {unit !== undefined && <small>{unit}</small>}
      </p>
      {key.type === "steps" ? (
        <StepsKey steps={key} />
      ) : (
        <ul className={css["groups"]}>
          {key.groups.map(({ colour, name, n }) => (
            <li key={name ?? ""}>
              <i style={{ background: colour }} aria-hidden="true" />
              <span>{name ?? t("overlay.others")}</span>
              <small>{number(n)}</small>
            </li>
          ))}
        </ul>
      )}
      {without > 0 && (
        <p className={css["without"]}>
          <i aria-hidden="true" />
          <small>{t("overlay.without", { n: without })}</small>
        </p>
      )}
    </div>
  );
};

const StepsKey = ({ steps: { colours, ends } }: { readonly steps: Extract<ColourKey, { type: "steps" }> }) => {
  const { t } = useText();
  if (ends.isOne) {
    return (
      <p className={css["without"]}>
        <i style={{ background: colours[Math.floor(colours.length / 2)] }} aria-hidden="true" />
        <small>{t("overlay.allAlike", { figure: ends.low })}</small>
      </p>
    );
  }
  return (
    <div className={css["steps"]}>
      <span className={css["ribbon"]} aria-hidden="true">
        {colours.map((colour) => (
          <i key={colour} style={{ background: colour }} />
        ))}
      </span>
      <span className={css["ends"]}>
        <small>{ends.isBeyondLow ? t("overlay.orLess", { figure: ends.low }) : ends.low}</small>
        <small>{ends.middle}</small>
        <small>{ends.isBeyondHigh ? t("overlay.orMore", { figure: ends.high }) : ends.high}</small>
      </span>
    </div>
  );
};

const SizePart = ({ layer: { label, unit, key, hasNegative, without } }: { readonly layer: SizeLayer }) => {
  const { t } = useText();
  return (
    <div className={css["part"]} data-legend-size>
      <p>
        <b>{t("overlay.sizeIs", { label })}</b> <small>{unit}</small>
      </p>
      <ul className={css["discs"]}>
        {key.map(({ diameter, words }) => (
          <li key={words}>
            <i style={{ width: diameter, height: diameter }} aria-hidden="true" />
            <small>{words}</small>
          </li>
        ))}
      </ul>
      {hasNegative && <small>{t("overlay.ring")}</small>}
      {without > 0 && <small>{t("overlay.withoutDisc", { n: without })}</small>}
    </div>
  );
};
