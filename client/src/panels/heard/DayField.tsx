import { useState } from "react";
import { TextField } from "../../ui/index.ts";
import { isDay } from "./postFilter.ts";
import css from "./PostFilters.module.css";

export interface DayFieldProps {
  readonly label: string;
  /** `2026-10-12`; empty where none is asked for */
  readonly value: string;
  readonly onChange: (day: string) => void;
}

/** A day that posts are narrowed by. The year of one that is typed comes digit by digit: until it is one, it stands here alone. */
export const DayField = ({ label, value, onChange }: DayFieldProps) => {
  const [written, setWritten] = useState<string>();
  return (
    <TextField
      className={css["facet"]}
      type="date"
      label={label}
      value={written ?? value}
      onChange={(day) => {
        setWritten(day);
        if (day === "" || isDay(day)) onChange(day);
      }}
      onBlur={() => setWritten(undefined)}
    />
  );
};
