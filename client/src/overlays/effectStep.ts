import type { MessageKey, Text } from "../i18n/index.ts";

/** How far a card goes up or down, in five steps each way; 0: no change that is worth a word. */
export type EffectStep = -5 | -4 | -3 | -2 | -1 | 0 | 1 | 2 | 3 | 4 | 5;

/** Below this nothing is said to change: what a map settles at is an order of things, no forecast. */
const NO_CHANGE = 0.01;

/** The step of an effect between −1 and 1: a fifth of the way each. */
export function stepOfEffect(effect: number): EffectStep {
  const size = Math.abs(effect);
  // what is no number is no effect either
  if (!(size >= NO_CHANGE)) return 0;
  // a fifth computed by additions may come out a hair above itself
  const step = Math.min(5, Math.ceil(size * 5 - 1e-9));
  return (effect < 0 ? -step : step) as EffectStep;
}

const WORDS = {
  [-5]: "whatIf.down5",
  [-4]: "whatIf.down4",
  [-3]: "whatIf.down3",
  [-2]: "whatIf.down2",
  [-1]: "whatIf.down1",
  0: "whatIf.same",
  1: "whatIf.up1",
  2: "whatIf.up2",
  3: "whatIf.up3",
  4: "whatIf.up4",
  5: "whatIf.up5",
} as const satisfies Readonly<Record<EffectStep, MessageKey>>;
export const effectWords = (step: EffectStep, { t }: Pick<Text, "t">): string => t(WORDS[step]);

/** An expectation that falls: what nobody asked for, whatever else goes up. */
export const isUnwanted = (kind: string, step: EffectStep): boolean => kind === "expectation" && step < 0;
