/** What the server's content security policy asks of style tags; empty while developing. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "";
