import { useMemo } from "react";
import { encode } from "uqr";
import { modulesPath } from "./modulesPath.ts";
import css from "./QrCode.module.css";

/** White cells around a code, which cameras need to find it. */
const QUIET_CELLS = 3;

export interface QrCodeProps {
  /** undefined while it is not known: an empty square of the same size */
  readonly text: string | undefined;
  readonly label: string;
}

/** A QR code as one path. Level M: a code on a projector loses nothing, and stays coarse enough for the last row. */
export const QrCode = ({ text, label }: QrCodeProps) => {
  const code = useMemo(() => (text === undefined ? undefined : encode(text, { ecc: "M", border: 0 })), [text]);
  const cells = code?.size ?? 1;
  const from = code ? -QUIET_CELLS : 0;
  const width = code ? cells + 2 * QUIET_CELLS : 1;
  return (
    <svg
      className={css["qr"]}
      viewBox={`${from} ${from} ${width} ${width}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      {code && <path d={modulesPath(code.data)} />}
    </svg>
  );
};
