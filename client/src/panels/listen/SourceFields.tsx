import { useText } from "../../i18n/index.ts";
import { TextField } from "../../ui/index.ts";
import type { FormField } from "./sourceForms.ts";

export interface SourceFieldsProps {
  readonly fields: readonly FormField[];
  readonly values: Readonly<Partial<Record<FormField["name"], string>>>;
  /** what is wrong with a field, by its name */
  readonly faults: Readonly<Record<string, string>>;
  readonly onChange: (name: FormField["name"], value: string) => void;
}

/** The fields of a form, as they are written; a secret is not shown while it is. */
export const SourceFields = ({ fields, values, faults, onChange }: SourceFieldsProps) => {
  const { t } = useText();
  return fields.map(({ name, label, hint, placeholder, isOptional }, place) => (
    <TextField
      key={name}
      autoFocus={place === 0 && isOptional !== true}
      label={t(label)}
      type={name === "secret" ? "password" : name === "url" ? "url" : "text"}
      autoComplete={name === "secret" ? "new-password" : "off"}
      spellCheck="false"
      placeholder={placeholder}
      value={values[name] ?? ""}
      onChange={(value) => onChange(name, value)}
      hint={hint && t(hint)}
      error={faults[name]}
    />
  ));
};
