/** How a program signs and sends a post, for a shell that has `openssl` and `curl`. */
export const hookExample = (address: string, secret: string): string =>
  [
    `SECRET=${secret}`,
    `BODY='{"id":"1","text":"…","createdAt":'$(date +%s)000'}'`,
    "TIME=$(date +%s)",
    `SIGN=$(printf '%s.%s' "$TIME" "$BODY" | openssl dgst -sha256 -hmac "$SECRET" | sed 's/^.* //')`,
    `curl -X POST '${address}' \\`,
    `  -H "X-Palabre-Timestamp: $TIME" -H "X-Palabre-Signature: sha256=$SIGN" \\`,
    `  -H 'Content-Type: application/json' -d "$BODY"`,
  ].join("\n");
