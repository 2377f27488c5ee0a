import { NumberField } from "../ui/index.ts";
import { useHeldValue } from "./useHeldValue.ts";

export interface AmountProps {
  readonly label: string;
  readonly value: number | undefined;
  readonly onCommit: (value: number | undefined) => void;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly unit?: string | undefined;
  readonly hint?: string | undefined;
}

/** A number that is one step of undo, written when the person leaves the field or presses Enter. */
export const Amount = ({ value, onCommit, ...rest }: AmountProps) => {
  const { shown, hold, release, set } = useHeldValue(value);
  return (
    <div onFocus={hold} onBlur={release}>
      <NumberField
        {...rest}
        value={shown}
        onChange={(next) => {
          set(next);
          if (next !== value) onCommit(next);
        }}
      />
    </div>
  );
};
