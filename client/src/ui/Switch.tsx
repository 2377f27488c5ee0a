import { Switch as AriaSwitch } from "react-aria-components/Switch";
import css from "./Switch.module.css";

export interface SwitchProps {
  readonly label: string;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly isDisabled?: boolean;
}

export const Switch = ({ label, isSelected, onChange, isDisabled = false }: SwitchProps) => (
  <AriaSwitch className={css["switch"] ?? ""} isSelected={isSelected} onChange={onChange} isDisabled={isDisabled}>
    <span className={css["track"]}>
      <span className={css["thumb"]} />
    </span>
    {label}
  </AriaSwitch>
);
