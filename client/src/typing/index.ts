export { holdKeys, isForLostField, loseField } from "./lostField.ts";
export { useTextField } from "./useTextField.ts";
