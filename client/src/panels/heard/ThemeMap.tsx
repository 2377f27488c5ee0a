import { LIMITS, type ListedTheme, type ThemeId } from "@palabre/shared/terms";
import { useRef, type CSSProperties } from "react";
import { useText } from "../../i18n/index.ts";
import { BareButton, BurstIcon, classes, GladIcon, Icon, SadIcon, Tooltip } from "../../ui/index.ts";
import { layTiles, type Tile } from "./layTiles.ts";
import { themeWords } from "./themeWords.ts";
import { useWidth } from "../pieces/index.ts";
import css from "./ThemeMap.module.css";

export interface ThemeMapProps {
  /** the largest first */
  readonly themes: readonly ListedTheme[];
  readonly chosen: ThemeId | undefined;
  readonly onChoose: (theme: ThemeId | undefined) => void;
}

/** Its height of its width, and no more than a panel can spare. */
const HEIGHT_SHARE = 0.8;
const HIGHEST_PX = 340;

/** Themes as tiles: as large as they are spoken of, coloured by how. A press narrows the posts to one, another lets go. */
export const ThemeMap = ({ themes, chosen, onChoose }: ThemeMapProps) => {
  const { t } = useText();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const height = Math.min(HIGHEST_PX, Math.round(width * HEIGHT_SHARE));
  return (
    <div ref={frame} className={css["map"]} role="group" aria-label={t("heard.themeMap")} style={{ height }}>
      {width > 0 &&
        layTiles(themes, width, height).map((tile) => (
          <ThemeTile key={tile.theme.id} tile={tile} isChosen={tile.theme.id === chosen} onChoose={onChoose} />
        ))}
    </div>
  );
};

/** Px of a line of a name, and of what stands around it. */
const [LINE_PX, AROUND_PX] = [16, 26];
/** Narrower tiles say their first word only. */
const WHOLE_PX = 96;
/** From this balance on a feeling is drawn: a third more of the one than of the other. */
const FELT = 0.25;

const ThemeTile = ({
  tile: { theme, x, y, width, height },
  isChosen,
  onChoose,
}: { readonly tile: Tile; readonly isChosen: boolean } & Pick<ThemeMapProps, "onChoose">) => {
  const text = useText();
  const balance = balanceOf(theme);
  const lines = Math.max(1, Math.floor((height - AROUND_PX) / LINE_PX));
  const isNarrow = width < WHOLE_PX;
  const place: CSSProperties & { "--felt": string; "--lines": number } = {
    left: x,
    top: y,
    width,
    height,
    "--lines": lines,
    "--felt": `${Math.round(Math.abs(balance ?? 0) * 100)}%`,
  };
  const feeling = balance === undefined || Math.abs(balance) < FELT ? undefined : balance < 0 ? SadIcon : GladIcon;
  return (
    <div className={css["place"]} style={place}>
      <Tooltip text={themeWords(theme, text)}>
        <BareButton
          className={classes(
            css["tile"],
            balance !== undefined && (balance < 0 ? css["negative"] : css["positive"]),
            isChosen && css["chosen"],
          )}
          aria-pressed={isChosen}
          onPress={() => onChoose(isChosen ? undefined : theme.id)}
        >
          <span className="sr">{themeWords(theme, text)}</span>
          <span className={classes(css["name"], isNarrow && css["narrow"])} aria-hidden="true">
            {isNarrow ? (theme.keyphrases[0] ?? theme.name) : theme.name}
          </span>
          <span className={css["foot"]} aria-hidden="true">
            {text.number(theme.posts)}
            {feeling && <Icon of={feeling} size="meta" />}
            {theme.burst && <Icon of={BurstIcon} size="meta" />}
          </span>
        </BareButton>
      </Tooltip>
    </div>
  );
};

/** (positive − negative) / all, −1 to 1; undefined of too few. */
function balanceOf({ feelings: { positive, neutral, negative } }: ListedTheme): number | undefined {
  const n = positive + neutral + negative;
  return n < LIMITS.postsForFeeling ? undefined : (positive - negative) / n;
}
