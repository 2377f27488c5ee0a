import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/**
 * Keeps secrets that others gave us for their places, so that who reads the data folder's database, or a copy of it, reads none.
 *
 * AES-256-GCM under a key that is derived from the server's (HKDF-SHA256), a new nonce each time. What a secret belongs to is bound
 * to it: one that is moved to another place opens nothing there.
 */
export interface Vault {
  /** @param owner what it belongs to */
  seal(secret: string, owner: string): string;
  /** Undefined for what was sealed under another key, for another owner, or was changed since. */
  open(sealed: string, owner: string): string | undefined;
}

const CIPHER = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** The form of what is sealed, in front of it: another one may follow. */
const FORM = "v1.";

export function createVault(serverKey: Uint8Array): Vault {
  const key = Buffer.from(hkdfSync("sha256", serverKey, new Uint8Array(), "palabre secrets of sources", 32));
  return {
    seal: (secret, owner) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(owner));
      const sealed = Buffer.concat([nonce, cipher.update(secret, "utf8"), cipher.final(), cipher.getAuthTag()]);
      return FORM + sealed.toString("base64url");
    },
    open: (sealed, owner) => {
      if (!sealed.startsWith(FORM)) return undefined;
      const bytes = Buffer.from(sealed.slice(FORM.length), "base64url");
      if (bytes.length < NONCE_BYTES + TAG_BYTES) return undefined;
      const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
      decipher.setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(-TAG_BYTES));
      try {
        const opened = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
        return Buffer.concat([opened, decipher.final()]).toString("utf8");
      } catch {
        // the tag does not fit: whatever the reason, it opens nothing
        return undefined;
      }
    },
  };
}
